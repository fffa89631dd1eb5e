package com.howsmytrack.web;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nothing near `/graphql` but JSON by POST. There is nothing to subscribe to, so nobody needs a stream of events; asked
/// for one, Spring for GraphQL would execute the operation first and complain afterwards.
class GraphQlDoor extends OncePerRequestFilter {

	private static final List<MediaType> ANSWERS = List.of(MediaType.APPLICATION_JSON,
			MediaType.APPLICATION_GRAPHQL_RESPONSE);

	/// The path as it is understood, not as it is spelt. The servlet's patterns cannot
	/// say "with a slash at the end or without, and nothing
	/// below".
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getServletPath().equals("/graphql");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
			response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
		}
		else if (!isJson(request.getContentType())) {
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
		else if (!acceptsJson(request)) {
			response.sendError(HttpStatus.NOT_ACCEPTABLE.value());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/// What a foreign page cannot send without asking first.
	private static boolean isJson(@Nullable String contentType) {
		try {
			return contentType != null
					&& MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
		}
		catch (InvalidMediaTypeException malformed) {
			return false;
		}
	}

	private static boolean acceptsJson(HttpServletRequest request) {
		String accepted = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
		try {
			return accepted.isBlank() || MediaType.parseMediaTypes(accepted)
				.stream()
				.anyMatch((type) -> ANSWERS.stream().anyMatch(type::includes));
		}
		catch (InvalidMediaTypeException malformed) {
			return false;
		}
	}

}
