package com.howsmytrack.graphql;

import java.util.Map;

import com.howsmytrack.web.NetworkAddress;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Tells operations where a request came from, as `@ContextValue(CallerNetwork.NAME) NetworkAddress`.
@Component
public class CallerNetwork implements WebGraphQlInterceptor {

	public static final String NAME = "callerNetwork";

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet) {
			Map<String, Object> network = Map.of(NAME, NetworkAddress.of(servlet.getRequest()));
			request.configureExecutionInput((_, builder) -> builder.graphQLContext(network).build());
		}
		return chain.next(request);
	}

}
