package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.graphql.stream.StreamEndpoint;
import graphql.ExecutionResult;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The GraphQL endpoint. It accepts JSON by POST, and handshakes of WebSockets.
///
/// It is a servlet, not a Spring MVC controller, because nearly all requests come here: the routing, converters and
/// adapters of Spring MVC took more time than the operation itself.
class GraphQlEndpoint extends HttpServlet {

	/// In order of preference, if the client accepts several of them alike.
	private static final List<MediaType> RESPONSE_TYPES = List.of(MediaType.APPLICATION_JSON,
			MediaType.APPLICATION_GRAPHQL_RESPONSE, MediaType.TEXT_EVENT_STREAM);

	private static final Optional<MediaType> JSON = Optional.of(MediaType.APPLICATION_JSON);

	private final transient RequestExecutor operations;

	private final transient StreamEndpoint streams;

	private final transient List<ResponseHeaders> headers;

	private final transient JsonMapper json;

	GraphQlEndpoint(RequestExecutor operations, StreamEndpoint streams, List<ResponseHeaders> headers,
			JsonMapper json) {
		this.operations = operations;
		this.headers = headers;
		this.streams = streams;
		this.json = json;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		Optional<MediaType> type = mediaType(request);
		if (this.streams.isHandshake(request)) {
			this.streams.connect(request, response);
		}
		else if (!HttpMethod.POST.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
			response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
		}
		else if (!isJson(request.getContentType())) {
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
		else if (type.isEmpty()) {
			response.sendError(HttpStatus.NOT_ACCEPTABLE.value());
		}
		else {
			post(request, response, type.get());
		}
	}

	/// A page of another origin cannot send this content type without a CORS preflight.
	private static boolean isJson(@Nullable String contentType) {
		if (MediaType.APPLICATION_JSON_VALUE.equals(contentType)) {
			return true;
		}
		try {
			return contentType != null
					&& MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
		}
		catch (InvalidMediaTypeException malformed) {
			return false;
		}
	}

	private void post(HttpServletRequest request, HttpServletResponse response, MediaType type) throws IOException {
		if (type.equals(MediaType.TEXT_EVENT_STREAM)) {
			this.streams.send(request, response);
			return;
		}
		Optional<DocumentRequest> document = DocumentRequest.read(request.getInputStream(), this.json);
		if (document.isEmpty()) {
			reject(request, response);
		}
		else {
			write(response, this.operations.execute(request, document.get()), type);
		}
	}

	/// Written here instead of on the error page, which would report an incomplete body
	/// as a server error.
	private void reject(HttpServletRequest request, HttpServletResponse response) throws IOException {
		RequestErrors.rejectBody(response, this.json);
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
			response.flushBuffer();
		}
	}

	private void write(HttpServletResponse response, RequestExecutor.Outcome outcome, MediaType type)
			throws IOException {
		ExecutionResult result = outcome.result();
		boolean executed = result.isDataPresent() || result.getErrors().isEmpty()
				|| NamedDocuments.requireText(result.getErrors());
		boolean errorByStatus = type.equals(MediaType.APPLICATION_GRAPHQL_RESPONSE);
		response.setStatus((errorByStatus && !executed) ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value());
		outcome.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		this.headers.forEach((headers) -> headers.add(outcome.context(), response));
		response.setContentType(type.toString());
		byte[] bytes = this.json.writeValueAsBytes(result.toSpecification());
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/// The first acceptable type that the client asks for. Empty if there is none.
	private static Optional<MediaType> mediaType(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT) == null) {
			return JSON;
		}
		List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		try {
			return accepted.stream().allMatch(String::isBlank) ? JSON
					: MediaType.parseMediaTypes(accepted)
						.stream()
						.flatMap((type) -> RESPONSE_TYPES.stream().filter(type::includes))
						.findFirst();
		}
		catch (InvalidMediaTypeException malformed) {
			return Optional.empty();
		}
	}

}
