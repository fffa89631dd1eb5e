package com.howsmytrack.web;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/// Gives each request an id: in the log, in the answer's header and in errors that are our fault, so that
/// who saw one can tell us which. It is ours alone; an id sent from outside could fake the log. It is no secret, so any
/// random number will do.
class RequestIdFilter extends HttpFilter {

	static final String HEADER = "X-Request-Id";

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String id = new UUID(random.nextLong(), random.nextLong()).toString();
		response.setHeader(HEADER, id);
		request.setAttribute(RequestIds.ATTRIBUTE, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(RequestIds.MDC_KEY, id)) {
			chain.doFilter(request, response);
		}
	}

}
