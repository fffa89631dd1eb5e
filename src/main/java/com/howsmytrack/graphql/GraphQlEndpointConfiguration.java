package com.howsmytrack.graphql;

import java.util.List;

import com.howsmytrack.graphql.stream.StreamEndpoint;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoint has two paths, because the current client adds a slash.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GraphQlEndpointConfiguration {

	@Bean
	ServletRegistrationBean<GraphQlEndpoint> graphQlEndpoint(RequestExecutor operations, StreamEndpoint streams,
			List<ResponseHeaders> headers, @RequestJson JsonMapper json) {
		return new ServletRegistrationBean<>(new GraphQlEndpoint(operations, streams, headers, json), "/graphql",
				"/graphql/");
	}

}
