package com.howsmytrack.graphql.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.graphql.CallerSessions;
import com.howsmytrack.graphql.DocumentRequest;
import com.howsmytrack.graphql.RequestErrors;
import com.howsmytrack.graphql.RequestJson;
import com.howsmytrack.graphql.Transport;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.ratelimit.LocalRateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.ratelimit.RetryAfterHeader;
import com.howsmytrack.web.NetworkAddress;
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
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Performs the handshakes of WebSockets, and answers requests for server-sent events. A caller who is not signed in is
/// rejected, because every subscription is for members.
///
/// The number of attempts from a network is limited, because each costs time, and Tomcat keeps a closed WebSocket for some
/// seconds. Each instance counts them in memory: a stream uses up resources of one instance only, and a statement would
/// cost more than the handshake.
///
/// `GraphQlSseHandler` of Spring for GraphQL is not used: it writes heartbeats on threads that all streams share, where one
/// client that does not read would stop the heartbeats of the others, and it requires the text of a document.
@Component
@ConditionalOnWebApplication
public class StreamEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(StreamEndpoint.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private final WebGraphQlHandler operations;

	private final OpenStreams streams;

	private final StreamMetrics metrics;

	private final StreamSettings settings;

	private final CallerSessions sessions;

	private final LocalRateLimit openedByNetwork;

	private final Clock clock;

	private final JsonMapper json;

	private final SocketHandshake handshake;

	StreamEndpoint(WebGraphQlHandler operations, OpenStreams streams, StreamMetrics metrics, StreamSettings settings,
			CallerSessions sessions, RateLimiter rateLimiter, Clock clock, @RequestJson JsonMapper json) {
		this.operations = operations;
		this.streams = streams;
		this.metrics = metrics;
		this.settings = settings;
		this.sessions = sessions;
		this.openedByNetwork = rateLimiter.local(settings.openedByNetwork());
		this.clock = clock;
		this.json = json;
		this.handshake = new SocketHandshake(new SocketHandler(new SocketOperations(operations, streams, settings),
				new SocketMessages(json), streams, metrics, settings));
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
		Optional<StreamCaller> caller = caller(request, response);
		if (caller.isEmpty()) {
			return;
		}
		SocketStream stream = new SocketStream(caller.get(), this.settings, this.clock);
		if (!opens(stream, response)) {
			return;
		}
		boolean upgraded = false;
		try {
			upgraded = this.handshake.upgrade(request, response, stream);
		}
		finally {
			if (!upgraded) {
				this.streams.release(stream);
			}
		}
	}

	/// Executes the document and writes its events until the stream ends. The thread is
	/// virtual.
	public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<StreamCaller> caller = caller(request, response);
		if (caller.isEmpty()) {
			return;
		}
		byte[] body = body(request);
		if (body.length > this.settings.largestMessageBytes()) {
			reject(response, HttpStatus.CONTENT_TOO_LARGE, "REQUEST_TOO_LARGE",
					"The body of a subscription can have at most %d bytes."
						.formatted(this.settings.largestMessageBytes()));
			return;
		}
		Optional<DocumentRequest> document = DocumentRequest.read(new ByteArrayInputStream(body), this.json);
		if (document.isEmpty()) {
			RequestErrors.rejectBody(response, this.json);
			response.flushBuffer();
			return;
		}
		EventStream stream = new EventStream(caller.get(), body.length, this.json, this.metrics);
		if (opens(stream, response)) {
			send(request, response, document.get(), stream);
		}
	}

	/// At most one byte more than is permitted. Incomplete if the client has
	/// disconnected.
	private byte[] body(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(this.settings.largestMessageBytes() + 1);
		}
		catch (IOException incomplete) {
			return new byte[0];
		}
	}

	private void send(HttpServletRequest request, HttpServletResponse response, DocumentRequest document,
			EventStream stream) throws IOException {
		try {
			events(request, document).subscribe(stream);
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			// nginx would collect the events in a buffer.
			response.setHeader("X-Accel-Buffering", "no");
			write(stream, response);
		}
		finally {
			stream.cancel();
			this.streams.release(stream);
		}
	}

	private void write(EventStream stream, HttpServletResponse response) throws IOException {
		try {
			stream.writeTo(response.getOutputStream(), this.settings.heartbeat());
		}
		catch (IOException disconnected) {
			logger.debug("A client has closed its stream, or does not read it", disconnected);
			if (disconnected.getCause() instanceof SocketTimeoutException) {
				this.metrics.ended(StreamEnd.NOT_READING);
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/// The protocol demands that errors of the document are sent as an event.
	@SuppressWarnings("unchecked")
	private Flux<Map<String, Object>> events(HttpServletRequest request, DocumentRequest document) {
		WebGraphQlResponse response = Objects
			.requireNonNull(this.operations.handleRequest(document.toWebRequest(request, Transport.STREAM)).block());
		return (response.getData() instanceof Publisher<?> events)
				? Flux.from((Publisher<ExecutionResult>) events).map(ExecutionResult::toSpecification)
				: Flux.just(response.toMap());
	}

	/// Empty if the caller may not open a stream. The response then states the reason.
	private Optional<StreamCaller> caller(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<CallerSession> session = this.sessions.current();
		if (session.isEmpty()) {
			reject(response, HttpStatus.UNAUTHORIZED, UserError.NOT_LOGGED_IN.code().name(),
					UserError.NOT_LOGGED_IN.message());
			return Optional.empty();
		}
		NetworkAddress network = NetworkAddress.of(request);
		Optional<Duration> wait = this.openedByNetwork.tryOnce(network.value());
		if (wait.isPresent()) {
			this.metrics.rejected(StreamRejection.NETWORK_RATE);
			reject(response, StreamRejection.NETWORK_RATE, wait.get());
			return Optional.empty();
		}
		return Optional.of(new StreamCaller(network, session.get()));
	}

	private boolean opens(OpenStream stream, HttpServletResponse response) throws IOException {
		Optional<StreamRejection> rejection = this.streams.open(stream);
		if (rejection.isPresent()) {
			reject(response, rejection.get(), RETRY_AFTER);
		}
		return rejection.isEmpty();
	}

	private void reject(HttpServletResponse response, StreamRejection rejection, Duration wait) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfterHeader.seconds(wait));
		reject(response, rejection.status(), rejection.code(), rejection.message());
	}

	private void reject(HttpServletResponse response, HttpStatus status, String code, String message)
			throws IOException {
		RequestErrors.reject(response, this.json, status, code, message);
	}

}
