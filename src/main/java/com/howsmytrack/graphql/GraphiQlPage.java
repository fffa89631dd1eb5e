package com.howsmytrack.graphql;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/// Serves GraphiQL with its example tabs, in development only: the packaged jar contains neither the page nor its
/// libraries.
///
/// Spring Boot's own GraphiQL page is not used, because it loads its libraries from the internet. Its file
/// `graphiql/index.html` is on the class path, so the folder here has another name.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("howsmytrack.graphiql.enabled")
@ConditionalOnResource(resources = GraphiQlPage.PAGE)
@ConditionalOnWebApplication
class GraphiQlPage {

	static final String PAGE = "graphiql-tour/index.html";

	private static final String ADDRESS = "/graphiql";

	/// The page sets its other policies itself. Only a header can forbid frames.
	@Bean
	FilterRegistrationBean<Filter> graphiQlPolicy() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			((HttpServletResponse) response).setHeader("Content-Security-Policy", "frame-ancestors 'none'");
			chain.doFilter(request, response);
		});
		registration.addUrlPatterns(ADDRESS, ADDRESS + "/*");
		return registration;
	}

	@Bean
	RouterFunction<ServerResponse> graphiQl() {
		return RouterFunctions.route()
			.resource(path(ADDRESS).or(path(ADDRESS + "/")), new ClassPathResource(PAGE))
			.resources(ADDRESS + "/*", new ClassPathResource("graphiql-tour/"))
			.build();
	}

	@Bean
	FilterRegistrationBean<Filter> endpointRedirect() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new EndpointRedirect());
		registration.addUrlPatterns("/graphql", "/graphql/");
		return registration;
	}

	/// Redirects to GraphiQL when a browser opens the address of the endpoint.
	private static final class EndpointRedirect extends HttpFilter {

		@Override
		protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String accepted = request.getHeader(HttpHeaders.ACCEPT);
			if (HttpMethod.GET.matches(request.getMethod()) && accepted != null
					&& accepted.contains(MediaType.TEXT_HTML_VALUE)) {
				response.sendRedirect(ADDRESS);
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

}
