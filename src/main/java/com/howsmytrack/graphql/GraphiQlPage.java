package com.howsmytrack.graphql;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/// GraphiQL with the tour for front-end developers, in development only: the page and its
/// libraries are left out of the packaged jar.
///
/// Spring Boot's own page at this address stays off: it loads its libraries from the internet.
/// It is on every class path as `graphiql/index.html`, so ours has a folder of another name.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("howsmytrack.graphiql.enabled")
@ConditionalOnResource(resources = GraphiQlPage.PAGE)
@ConditionalOnWebApplication
class GraphiQlPage {

	static final String PAGE = "graphiql-tour/index.html";

	/// The page itself says what it may load; that nobody may frame it, only a header can
	/// say.
	@Bean
	FilterRegistrationBean<Filter> graphiQlPolicy() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			((HttpServletResponse) response).setHeader("Content-Security-Policy", "frame-ancestors 'none'");
			chain.doFilter(request, response);
		});
		registration.addUrlPatterns("/graphiql", "/graphiql/*");
		return registration;
	}

	@Bean
	RouterFunction<ServerResponse> graphiQl() {
		return RouterFunctions.route()
			.resource(path("/graphiql").or(path("/graphiql/")), new ClassPathResource(PAGE))
			.resources("/graphiql/*", new ClassPathResource("graphiql-tour/"))
			.build();
	}

}
