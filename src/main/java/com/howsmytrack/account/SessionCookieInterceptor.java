package com.howsmytrack.account;

import graphql.GraphQLContext;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Carries a new token from the operation that made it into the cookie of the answer.
@Component
class SessionCookieInterceptor implements WebGraphQlInterceptor {

	private static final Object KEY = SessionCookieInterceptor.class;

	private final SessionCookie cookie;

	SessionCookieInterceptor(SessionCookie cookie) {
		this.cookie = cookie;
	}

	static void setToken(GraphQLContext context, String signedToken) {
		context.put(KEY, signedToken);
	}

	static void removeToken(GraphQLContext context) {
		context.put(KEY, "");
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request).doOnNext((response) -> {
			String signedToken = response.getExecutionInput().getGraphQLContext().get(KEY);
			if (signedToken != null) {
				ResponseCookie changed = signedToken.isEmpty() ? this.cookie.gone() : this.cookie.holding(signedToken);
				response.getResponseHeaders().add(HttpHeaders.SET_COOKIE, changed.toString());
			}
		});
	}

}
