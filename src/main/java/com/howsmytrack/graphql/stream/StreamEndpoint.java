package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.graphql.CallerSessions;
import com.howsmytrack.graphql.DocumentRequest;
import com.howsmytrack.graphql.Transport;
import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.RequestIds;
import graphql.ExecutionResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;

/// Opens the streams that clients request.
///
/// `GraphQlSseHandler` of Spring for GraphQL is not used: it writes heartbeats on threads that all streams share, where one
/// client that does not read would stop the heartbeats of the others, and it requires the text of a document.
@Component
@ConditionalOnWebApplication
public class StreamEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(StreamEndpoint.class);

	/// For interceptors. The address that a client uses is not parsed, because it can
	/// contain anything.
	private static final URI ADDRESS = URI.create("/graphql");

	private final WebGraphQlHandler operations;

	private final OpenStreams streams;

	private final StreamMetrics metrics;

	private final StreamSettings settings;

	private final CallerSessions sessions;

	private final JsonMapper json;

	private final SocketHandshake handshake;

	StreamEndpoint(WebGraphQlHandler operations, OpenStreams streams, StreamMetrics metrics, StreamSettings settings,
			CallerSessions sessions, JsonMapper json) {
		this.operations = operations;
		this.streams = streams;
		this.metrics = metrics;
		this.settings = settings;
		this.sessions = sessions;
		this.json = json;
		this.handshake = new SocketHandshake(new SocketHandler(new SocketOperations(operations, settings),
				new SocketMessages(json, metrics), streams, settings));
	}

	/// Whether the request asks for a WebSocket.
	public boolean isHandshake(HttpServletRequest request) {
		return SocketHandshake.isHandshake(request);
	}

	/// Opens a WebSocket.
	public void connect(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		if (!SocketHandshake.hasProtocol(request)) {
			reject(response, HttpStatus.BAD_REQUEST, "UNSUPPORTED_PROTOCOL",
					"A WebSocket must have the protocol %s.".formatted(SocketHandler.PROTOCOL));
			return;
		}
		SocketStream stream = new SocketStream(NetworkAddress.of(request), this.sessions.current(), this.settings);
		if (!opens(stream, response)) {
			return;
		}
		boolean upgraded = false;
		try {
			upgraded = this.handshake.upgrade(request, response, stream);
		}
		finally {
			if (!upgraded) {
				this.streams.closed(stream);
			}
		}
	}

	/// Executes the document and writes its events until the stream ends. The thread is
	/// virtual.
	public void send(HttpServletRequest request, HttpServletResponse response, DocumentRequest document)
			throws IOException {
		EventStream stream = new EventStream(NetworkAddress.of(request), this.sessions.current(), this.json,
				this.metrics);
		if (!opens(stream, response)) {
			return;
		}
		try {
			events(request, document).subscribe(stream);
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			// nginx would collect the events in a buffer.
			response.setHeader("X-Accel-Buffering", "no");
			write(stream, response);
		}
		finally {
			stream.cancel();
			this.streams.closed(stream);
		}
	}

	private void write(EventStream stream, HttpServletResponse response) throws IOException {
		try {
			stream.writeTo(response.getOutputStream(), this.settings.heartbeat());
		}
		catch (IOException disconnected) {
			logger.debug("A client has closed its stream", disconnected);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/// The protocol demands that errors of the document are sent as an event.
	@SuppressWarnings("unchecked")
	private Flux<Map<String, Object>> events(HttpServletRequest request, DocumentRequest document) {
		ServletServerHttpRequest http = new ServletServerHttpRequest(request);
		WebGraphQlResponse response = Objects.requireNonNull(
				this.operations
					.handleRequest(new WebGraphQlRequest(ADDRESS, http.getHeaders(), null, null,
							Transport.STREAM.attributes(NetworkAddress.of(request)), document.toGraphQlRequest(),
							RequestIds.current(), request.getLocale()))
					.block());
		return (response.getData() instanceof Publisher<?> events)
				? Flux.from((Publisher<ExecutionResult>) events).map(ExecutionResult::toSpecification)
				: Flux.just(response.toMap());
	}

	private boolean opens(OpenStream stream, HttpServletResponse response) throws IOException {
		StreamRejection rejection = this.streams.open(stream).orElse(null);
		if (rejection != null) {
			reject(response, rejection.status(), rejection.code(), rejection.message());
		}
		return rejection == null;
	}

	private void reject(HttpServletResponse response, HttpStatus status, String code, String message)
			throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(Map.of("errors", List.of(Map.of("message", message, "extensions",
					Map.of("classification", "BAD_REQUEST", "code", code, "requestId", RequestIds.current()))))));
	}

}
