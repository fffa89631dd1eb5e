package com.howsmytrack.account;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in whoever brings a good cookie. A bad one is no cookie: it never refuses anything by itself.
class SessionCookieFilter extends OncePerRequestFilter {

	private final SessionTokens tokens;

	private final EndedSessions endedSessions;

	SessionCookieFilter(SessionTokens tokens, EndedSessions endedSessions) {
		this.tokens = tokens;
		this.endedSessions = endedSessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		signedInMember(request).ifPresent((member) -> SecurityContextHolder.setContext(new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(member, null, AuthorityUtils.NO_AUTHORITIES))));
		try {
			chain.doFilter(request, response);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	/// A browser may send two cookies of that name, of which one is stale: the first good
	/// one counts.
	private Optional<SignedInMember> signedInMember(HttpServletRequest request) {
		return Arrays.stream(Objects.requireNonNullElseGet(request.getCookies(), () -> new Cookie[0]))
			.filter((cookie) -> cookie.getName().equals(SessionCookie.NAME))
			.flatMap((cookie) -> this.tokens.read(cookie.getValue()).stream())
			.filter((token) -> !this.endedSessions.include(token))
			.map((token) -> new SignedInMember(token.account(), token))
			.findFirst();
	}

}
