package com.howsmytrack.web;

import java.io.IOException;
import java.net.URI;

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

/// Refuses what a browser says comes from an origin that has no business here: on `/graphql` whoever is not allowed to
/// call, on our own pages whoever is not one of them. A request that names no origin comes from no foreign page.
///
/// CORS would let an origin pass that is equal to the `Host` of the request, whatever host that is.
class OriginFilter extends HttpFilter {

	private final transient CorsConfiguration allowed;

	private final String own;

	OriginFilter(CorsConfiguration allowed, PublicAddresses addresses) {
		this.allowed = allowed;
		this.own = originOf(addresses.api("/"));
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin == null || isWelcome(origin, request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private boolean isWelcome(String origin, HttpServletRequest request) {
		if (origin.equals(this.own)) {
			return true;
		}
		if (request.getServletPath().startsWith("/accounts")) {
			return HttpMethod.GET.matches(request.getMethod())
					|| origin.equals(originOf(ServletUriComponentsBuilder.fromContextPath(request).build().toUri()));
		}
		return this.allowed.checkOrigin(origin) != null;
	}

	private static String originOf(URI address) {
		return address.getScheme() + "://" + address.getRawAuthority();
	}

}
