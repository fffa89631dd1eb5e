package com.howsmytrack.graphql.stream;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.howsmytrack.testing.Api;
import com.howsmytrack.web.NetworkAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.websocket.Session;
import org.junit.jupiter.api.Test;

import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/// WebSockets that are closed, or are being closed.
class ClosedSocketTests {

	private final StreamSettings settings = StreamLimitTests.settings(100, 0.4);

	private final StreamMetrics metrics = new StreamMetrics(new SimpleMeterRegistry());

	private final OpenStreams streams = new OpenStreams(this.settings, this.metrics);

	private final SocketStream stream = new SocketStream(
			new StreamCaller(new NetworkAddress("192.0.2.1"), new StreamLimitTests.ActiveSession()), this.settings,
			Clock.systemUTC());

	private final SocketOperations operations = new SocketOperations(
			WebGraphQlHandler.builder(mock(ExecutionGraphQlService.class)).build(), this.streams, this.settings);

	/// Spring for GraphQL refers to the session until then.
	@Test
	void areNotKeptUntilTheTimeForTheInitializationIsOver() {
		SocketHandler handler = new SocketHandler(this.operations, new SocketMessages(Api.JSON), this.streams,
				this.metrics, this.settings);

		WeakReference<WebSocketSession> closed = openAndClose(handler);

		await().atMost(1, MINUTES).until(() -> {
			System.gc();
			return closed.refersTo(null);
		});
	}

	private WeakReference<WebSocketSession> openAndClose(SocketHandler handler) {
		Map<String, Object> attributes = new HashMap<>();
		this.stream.addTo(attributes);
		StandardWebSocketSession socket = new StandardWebSocketSession(new HttpHeaders(), attributes, null, null);
		socket.initializeNativeSession(mock(Session.class));
		handler.afterConnectionEstablished(socket);
		handler.afterConnectionClosed(socket, CloseStatus.NORMAL);
		return new WeakReference<>(socket);
	}

	/// The client subscribes at the moment at which the server has decided to close the
	/// WebSocket. After an error, it would not subscribe again.
	@Test
	void rejectNoSubscriptionBeforeTheyAreClosed() {
		assertThat(this.streams.open(this.stream)).isEmpty();
		this.streams.release(this.stream);

		assertThat(subscribe()).isNotDone();
	}

	private CompletableFuture<WebGraphQlResponse> subscribe() {
		Map<String, Object> attributes = new HashMap<>();
		this.stream.addTo(attributes);
		return this.operations
			.handleRequest(new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(), new LinkedMultiValueMap<>(),
					null, attributes, Map.of("query", "subscription { ticks }"), "a", null))
			.toFuture();
	}

}
