package com.howsmytrack.account.session;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/// Authenticates requests with a valid session cookie. A request with an invalid cookie continues as one without a
/// cookie.
class SessionCookieFilter extends HttpFilter {

	/// The MDC key of the account id in log lines.
	private static final String MDC_KEY = "accountId";

	private static final Cookie[] NO_COOKIES = {};

	private final transient SessionTokens tokens;

	private final transient RevokedSessions revokedSessions;

	SessionCookieFilter(SessionTokens tokens, RevokedSessions revokedSessions) {
		this.tokens = tokens;
		this.revokedSessions = revokedSessions;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		SignedInMember member = signedInMember(request);
		if (member == null) {
			chain.doFilter(request, response);
			return;
		}
		SecurityContextHolder.setContext(new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(member, null, AuthorityUtils.NO_AUTHORITIES)));
		try (MDC.MDCCloseable _ = MDC.putCloseable(MDC_KEY, Long.toString(member.account().value()))) {
			chain.doFilter(request, response);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	/// A browser may send two cookies of this name, one of them outdated; the first valid
	/// cookie is used. Null without a valid cookie.
	private @Nullable SignedInMember signedInMember(HttpServletRequest request) {
		Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), NO_COOKIES);
		for (Cookie cookie : cookies) {
			SessionToken token = cookie.getName().equals(SessionCookie.NAME)
					? this.tokens.read(cookie.getValue()).orElse(null) : null;
			if (token != null && !this.revokedSessions.contains(token)) {
				return new SignedInMember(token.account(), token);
			}
		}
		return null;
	}

}
