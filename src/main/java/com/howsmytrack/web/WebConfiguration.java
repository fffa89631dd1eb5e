package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

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

	/// Before all else, so that every line in the log has the id.
	@Bean
	FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
		FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<OriginFilter> originFilter(WebSettings settings, PublicAddresses addresses) {
		FilterRegistrationBean<OriginFilter> registration = new FilterRegistrationBean<>(
				new OriginFilter(corsConfiguration(settings), addresses));
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

	/// One page with and without, and never a redirect, which would lose the body of a
	/// POST.
	@Bean
	FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
		FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
				UrlHandlerFilter.trailingSlashHandler("/logout/", "/accounts/**").wrapRequest().build());
		registration.addUrlPatterns("/logout/*", "/accounts/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return registration;
	}

	/// Answers the calling origin exactly, and only if it is allowed. Before the filters
	/// that refuse, so that refusals carry the headers too.
	@Bean
	FilterRegistrationBean<CorsFilter> corsFilter(WebSettings settings) {
		CorsConfiguration configuration = corsConfiguration(settings);
		FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
				new CorsFilter((_) -> configuration));
		registration.addUrlPatterns("/graphql/*", "/logout/*");
		registration.setOrder(0);
		return registration;
	}

	/// Pages need it; operations come and go as bytes of JSON, which has one encoding.
	@Bean
	FilterRegistrationBean<CharacterEncodingFilter> characterEncoding(CharacterEncodingFilter filter) {
		return onlyForPages(filter, Ordered.HIGHEST_PRECEDENCE);
	}

	/// Likewise.
	@Bean
	FilterRegistrationBean<RequestContextFilter> requestContext() {
		return onlyForPages(new RequestContextFilter(), 0);
	}

	private static <F extends Filter> FilterRegistrationBean<F> onlyForPages(F filter, int order) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.addServletNames("dispatcherServlet");
		registration.setOrder(order);
		return registration;
	}

	private static CorsConfiguration corsConfiguration(WebSettings settings) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(settings.allowedOrigins());
		configuration.setAllowCredentials(true);
		configuration.setAllowedMethods(List.of("GET", "POST"));
		configuration.setAllowedHeaders(List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE));
		configuration.setExposedHeaders(List.of(RequestIdFilter.HEADER));
		configuration.setMaxAge(PREFLIGHT_MAX_AGE);
		return configuration;
	}

	/// Where errors are rendered is no address for callers.
	@Bean
	RouterFunction<ServerResponse> noErrorsToVisit() {
		return RouterFunctions.route(
				(request) -> request.path().equals("/error")
						&& request.servletRequest().getDispatcherType() == DispatcherType.REQUEST,
				(_) -> ServerResponse.notFound().build());
	}

	@Bean
	RouterFunction<ServerResponse> home(PublicAddresses addresses) {
		URI website = addresses.website("/");
		return RouterFunctions.route()
			.route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/")),
					(_) -> ServerResponse.status(HttpStatus.FOUND).location(website).build())
			.build();
	}

}
