package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration {

	private static final Duration PREFLIGHT_MAX_AGE = Duration.ofHours(1);

	/// Runs first, so that all log entries of a request have its id.
	@Bean
	FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
		FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<OriginFilter> originFilter(WebSettings settings, PublicAddresses addresses) {
		FilterRegistrationBean<OriginFilter> registration = new FilterRegistrationBean<>(
				new OriginFilter(corsConfiguration(settings, addresses), addresses));
		registration.addUrlPatterns("/graphql/*", "/accounts/*");
		registration.setOrder(1);
		return registration;
	}

	@Bean
	FilterRegistrationBean<RequestBodyLimitFilter> bodyFilter(WebSettings settings) {
		FilterRegistrationBean<RequestBodyLimitFilter> registration = new FilterRegistrationBean<>(
				new RequestBodyLimitFilter(settings.largestBody(), settings.bodyTimeout()));
		registration.setOrder(2);
		return registration;
	}

	/// Pages have the same content with and without a slash at the end. A redirect would
	/// lose the body of a POST.
	@Bean
	FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
		FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
				UrlHandlerFilter.trailingSlashHandler("/logout/", "/accounts/**").wrapRequest().build());
		registration.addUrlPatterns("/logout/*", "/accounts/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return registration;
	}

	/// Allows exactly the origin of the caller, if it is configured. Runs before the
	/// filters that reject requests, so that their responses have CORS headers too.
	@Bean
	FilterRegistrationBean<CorsFilter> corsFilter(WebSettings settings, PublicAddresses addresses) {
		CorsConfiguration configuration = corsConfiguration(settings, addresses);
		FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
				new CorsFilter((_) -> configuration));
		registration.addUrlPatterns("/graphql/*", "/logout/*");
		registration.setOrder(0);
		return registration;
	}

	/// Only for pages. GraphQL requests are JSON, which is always UTF-8. The pattern
	/// makes it run before the filter of Spring Security, which reads the form for its
	/// CSRF token: all filters with a servlet name run after those with a pattern,
	/// whatever their order.
	@Bean
	FilterRegistrationBean<CharacterEncodingFilter> characterEncoding(CharacterEncodingFilter filter) {
		FilterRegistrationBean<CharacterEncodingFilter> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns("/accounts/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/// Only for pages.
	@Bean
	FilterRegistrationBean<RequestContextFilter> requestContext() {
		FilterRegistrationBean<RequestContextFilter> registration = new FilterRegistrationBean<>(
				new RequestContextFilter());
		registration.addServletNames("dispatcherServlet");
		registration.setOrder(0);
		return registration;
	}

	/// The own origin is always allowed: behind a proxy that changes the `Host`, its
	/// requests look like those of another origin.
	private static CorsConfiguration corsConfiguration(WebSettings settings, PublicAddresses addresses) {
		List<String> origins = settings.allowedOrigins().isEmpty() ? addresses.websiteOrigins()
				: settings.allowedOrigins();
		CorsConfiguration configuration = new CorsConfiguration();
		configuration
			.setAllowedOriginPatterns(Stream.concat(origins.stream(), Stream.of(addresses.ownOrigin())).toList());
		configuration.setAllowCredentials(true);
		configuration.setAllowedMethods(List.of("GET", "POST"));
		configuration.setAllowedHeaders(List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE));
		configuration.setExposedHeaders(List.of(RequestIdFilter.HEADER));
		configuration.setMaxAge(PREFLIGHT_MAX_AGE);
		return configuration;
	}

	/// The internal path of error pages is not available to clients.
	@Bean
	RouterFunction<ServerResponse> hiddenErrorPath() {
		return RouterFunctions.route(
				(request) -> request.path().equals("/error")
						&& request.servletRequest().getDispatcherType() == DispatcherType.REQUEST,
				(_) -> ServerResponse.notFound().build());
	}

	/// Only if the website is separate; otherwise `/` is a page of the web client.
	@Bean
	RouterFunction<ServerResponse> websiteRedirect(PublicAddresses addresses) {
		return addresses.separateWebsite().map(WebConfiguration::redirectTo).orElse((_) -> Optional.empty());
	}

	private static RouterFunction<ServerResponse> redirectTo(URI website) {
		return RouterFunctions.route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/")),
				(_) -> ServerResponse.status(HttpStatus.FOUND).location(website).build());
	}

}
