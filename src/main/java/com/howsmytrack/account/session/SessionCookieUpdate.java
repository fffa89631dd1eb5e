package com.howsmytrack.account.session;

import com.howsmytrack.graphql.ResponseHeaders;
import graphql.GraphQLContext;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Sets the session cookie of the response to a GraphQL request.
@Component
public class SessionCookieUpdate implements ResponseHeaders {

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
	public void add(GraphQLContext context, HttpServletResponse answer) {
		String signedToken = context.get(KEY);
		if (signedToken != null) {
			ResponseCookie changed = signedToken.isEmpty() ? this.cookie.removal() : this.cookie.withToken(signedToken);
			answer.addHeader(HttpHeaders.SET_COOKIE, changed.toString());
		}
	}

}
