package com.howsmytrack.web;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Settings of the embedded Tomcat that have no property.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

	/// Runs after the customizers of Spring Boot, so that this error valve is the inner
	/// one.
	///
	/// A slow client occupies a thread until its body has arrived. With virtual threads,
	/// the server can have thousands of such clients.
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(WebSettings settings, GracefulDrain drain) {
		return (factory) -> {
			factory.addEngineValves(new SecurityHeadersValve(settings.strictTransportSecurity(), drain::hasStarted),
					new TrustedProxyValve(settings.trustedProxies()));
			factory
				.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new EmptyErrorPages()));
			factory.addProtocolHandlerCustomizers((handler) -> handler.setExecutor(new VirtualThreadExecutor("http-")));
		};
	}

}
