package com.howsmytrack.graphql;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.web.RequestIds;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebInputException;

/// Where operations come in: JSON from the request to Spring for GraphQL, and its answer back. What makes a request
/// decent was seen to by the filters before.
///
/// A servlet of its own, because this is nearly all of the traffic: the routes, converters and adapters of Spring MVC
/// cost more than the operation, for one address and one format.
class GraphQlEndpoint extends HttpServlet {

	private static final URI ADDRESS = URI.create("/graphql");

	private final transient WebGraphQlHandler handler;

	private final transient JsonMapper json;

	GraphQlEndpoint(WebGraphQlHandler handler, JsonMapper json) {
		this.handler = handler;
		this.json = json;
	}

	@Override
	protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<SerializableGraphQlRequest> operation = read(request);
		if (operation.isEmpty()) {
			refuse(request, response);
			return;
		}
		answer(response, execute(request, operation.get()), mediaType(request));
	}

	/// Said here and not by the page of errors, which would call a body that never came a
	/// failure of ours.
	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(Map.of("errors",
					List.of(Map.of("message", "The body is no GraphQL request.", "extensions", Map.of("classification",
							"BAD_REQUEST", "code", "INVALID_REQUEST", "requestId", RequestIds.current()))))));
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
			response.flushBuffer();
		}
	}

	/// Empty when there is no document in it.
	private Optional<SerializableGraphQlRequest> read(HttpServletRequest request) throws IOException {
		try {
			SerializableGraphQlRequest operation = this.json.readValue(request.getInputStream(),
					SerializableGraphQlRequest.class);
			return Optional.of(operation).filter((read) -> read.getDocument() != null);
		}
		catch (JacksonException | ServerWebInputException malformed) {
			return Optional.empty();
		}
	}

	private WebGraphQlResponse execute(HttpServletRequest request, SerializableGraphQlRequest body) {
		WebGraphQlRequest operation = new WebGraphQlRequest(ADDRESS, HttpHeaders.EMPTY, new LinkedMultiValueMap<>(),
				null, Map.of(), body, RequestIds.current(), request.getLocale());
		return Objects.requireNonNull(this.handler.handleRequest(operation).block());
	}

	private void answer(HttpServletResponse response, WebGraphQlResponse result, MediaType type) throws IOException {
		boolean executed = result.getExecutionResult().isDataPresent()
				|| result.getExecutionResult().getErrors().isEmpty();
		boolean saysByStatus = type.equals(MediaType.APPLICATION_GRAPHQL_RESPONSE);
		response.setStatus((saysByStatus && !executed) ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value());
		result.getResponseHeaders()
			.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.setContentType(type.toString());
		byte[] bytes = this.json.writeValueAsBytes(result.toMap());
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/// The first of the two that is asked for.
	private static MediaType mediaType(HttpServletRequest request) {
		return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
			.stream()
			.filter((type) -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
					|| type.isCompatibleWith(MediaType.APPLICATION_GRAPHQL_RESPONSE))
			.findFirst()
			.filter((type) -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
			.map((_) -> MediaType.APPLICATION_GRAPHQL_RESPONSE)
			.orElse(MediaType.APPLICATION_JSON);
	}

}
