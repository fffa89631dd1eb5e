package com.howsmytrack.account.session;

import graphql.GraphQLContext;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Sets the session cookie of the response to a GraphQL request.
@Component
public class SessionCookieUpdate implements WebGraphQlInterceptor {

	private static final Object KEY = SessionCookieUpdate.class;

	private final SessionCookie cookie;

	SessionCookieUpdate(SessionCookie cookie) {
		this.cookie = cookie;
	}

	public static void setToken(GraphQLContext context, String signedToken) {
		context.put(KEY, signedToken);
	}

	public static void removeToken(GraphQLContext context) {
		context.put(KEY, "");
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request).doOnNext((response) -> {
			String signedToken = response.getExecutionInput().getGraphQLContext().get(KEY);
			if (signedToken != null) {
				ResponseCookie changed = signedToken.isEmpty() ? this.cookie.removal()
						: this.cookie.withToken(signedToken);
				response.getResponseHeaders().add(HttpHeaders.SET_COOKIE, changed.toString());
			}
		});
	}

}
