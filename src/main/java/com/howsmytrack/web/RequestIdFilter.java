package com.howsmytrack.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/// Gives each request an id, which is in the log, in a response header and in internal errors. Members can report it
/// to operators. An id in the request is not used, because it could forge log entries.
class RequestIdFilter extends HttpFilter {

	static final String HEADER = "X-Request-Id";

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try (MDC.MDCCloseable _ = RequestIds.start()) {
			String id = RequestIds.current();
			response.setHeader(HEADER, id);
			request.setAttribute(RequestIds.ATTRIBUTE, id);
			chain.doFilter(request, response);
		}
	}

}
