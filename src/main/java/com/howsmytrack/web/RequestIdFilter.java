package com.howsmytrack.web;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request an id: in the log, in the answer's header and in errors that are our fault, so that
/// who saw one can tell us which. It is ours alone; an id sent from outside could fake the log.
class RequestIdFilter extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = UUID.randomUUID().toString();
		response.setHeader(HEADER, id);
		request.setAttribute(RequestIds.ATTRIBUTE, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(RequestIds.MDC_KEY, id)) {
			chain.doFilter(request, response);
		}
	}

}
