package com.howsmytrack.web;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// How the embedded server meets the open internet.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

	/// After Spring Boot's own customizers, so that ours is the innermost of the two that
	/// report errors.
	///
	/// A slow client holds a thread for as long as its body takes to arrive. Virtual
	/// threads are cheap enough to be held by thousands.
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(WebSettings settings, GracefulDrain draining) {
		return (factory) -> {
			factory.addEngineValves(new SecurityHeadersValve(settings.strictTransportSecurity(), draining::hasBegun),
					new TrustedProxyValve(settings.trustedProxies()));
			factory
				.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new EmptyErrorPages()));
			factory.addProtocolHandlerCustomizers((handler) -> handler.setExecutor(new VirtualThreadExecutor("http-")));
		};
	}

}
