package com.howsmytrack.web;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nothing near `/graphql` but POST. There is nothing to subscribe to, so nobody needs a stream of events; asked
/// for one, Spring for GraphQL would execute the operation first and complain afterwards.
class GraphQlDoor extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
			response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
		}
		else if (asksForEvents(request)) {
			response.sendError(HttpStatus.NOT_ACCEPTABLE.value());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean asksForEvents(HttpServletRequest request) {
		return Collections.list(request.getHeaders(HttpHeaders.ACCEPT))
			.stream()
			.anyMatch((types) -> types.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
	}

}
