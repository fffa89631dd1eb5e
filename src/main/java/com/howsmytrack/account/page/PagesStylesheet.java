package com.howsmytrack.account.page;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.web.servlet.function.RequestPredicates.path;

/// Serves the style sheet of the pages, the only file that production serves.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PagesStylesheet {

	@Bean
	RouterFunction<ServerResponse> pageStyle() {
		return RouterFunctions.route()
			.resource(path("/accounts/page.css"), new ClassPathResource("pages/page.css"))
			.build();
	}

}
