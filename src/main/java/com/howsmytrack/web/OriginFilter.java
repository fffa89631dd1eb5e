package com.howsmytrack.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Rejects requests from origins that are not allowed: on `/graphql`, all but the configured origins; on the server's
/// own pages, all but the server itself. A request without an `Origin` header does not come from a page of another
/// origin.
///
/// Spring's CORS filter alone is not enough: it accepts any origin that is equal to the `Host` of the request.
class OriginFilter extends HttpFilter {

	private final transient CorsConfiguration allowed;

	private final String own;

	OriginFilter(CorsConfiguration allowed, PublicAddresses addresses) {
		this.allowed = allowed;
		this.own = addresses.ownOrigin();
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin == null || isAllowed(origin, request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private boolean isAllowed(String origin, HttpServletRequest request) {
		if (origin.equals(this.own)) {
			return true;
		}
		if (request.getServletPath().startsWith("/accounts")) {
			return HttpMethod.GET.matches(request.getMethod()) || origin
				.equals(PublicAddresses.originOf(ServletUriComponentsBuilder.fromContextPath(request).build().toUri()));
		}
		return this.allowed.checkOrigin(origin) != null;
	}

}
