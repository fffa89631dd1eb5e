package com.howsmytrack.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/// A client of `graphql-transport-ws`. It answers the heartbeats of the server unless it is told not to.
public final class TestSocket implements WebSocket.Listener, AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

	private final AtomicBoolean answersHeartbeats = new AtomicBoolean(true);

	private final BlockingQueue<String> heartbeats = new LinkedBlockingQueue<>();

	private final StringBuilder part = new StringBuilder();

	private final WebSocket socket;

	private TestSocket(URI address, String protocol, String... headers) {
		WebSocket.Builder handshake = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols(protocol);
		for (int index = 0; index < headers.length; index += 2) {
			handshake.header(headers[index], headers[index + 1]);
		}
		this.socket = handshake.buildAsync(address, this).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	/// Opens a WebSocket with the cookie of the browser.
	public static TestSocket open(Api api, Browser browser, String... headers) {
		return openWithProtocol(api, browser, "graphql-transport-ws", headers);
	}

	/// Opens a WebSocket with another protocol.
	public static TestSocket openWithProtocol(Api api, Browser browser, String protocol, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "Cookie";
		all[headers.length + 1] = "JWT=" + browser.token();
		return new TestSocket(URI.create(api.uri("/graphql").toString().replaceFirst("http", "ws")), protocol, all);
	}

	/// Opens a WebSocket and waits for the acknowledgement.
	public static TestSocket connect(Api api, Browser browser) {
		TestSocket socket = open(api, browser);
		socket.send("{\"type\":\"connection_init\"}");
		Assertions.assertThat(socket.<String>next("type")).isEqualTo("connection_ack");
		return socket;
	}

	public void send(String message) {
		this.socket.sendText(message, true).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	/// Sends a message that is not complete.
	public void sendPart(String part) {
		this.socket.sendText(part, false).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	public void sendBinary(byte[] bytes) {
		this.socket.sendBinary(ByteBuffer.wrap(bytes), true).orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	public void subscribe(String id, String document) {
		subscribe(id, Map.of("query", document));
	}

	public void subscribe(String id, Map<String, ?> payload) {
		send(Api.JSON.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload", payload)));
	}

	/// The next message that is no heartbeat.
	public String next() {
		return poll(this.messages);
	}

	/// A value of the next message that is no heartbeat.
	public <T> @Nullable T next(String path) {
		return JsonPath.read(next(), "$." + path);
	}

	/// Waits for a heartbeat of the server.
	public String heartbeat() {
		return poll(this.heartbeats);
	}

	private static String poll(BlockingQueue<String> queue) {
		try {
			return Objects.requireNonNull(queue.poll(LIMIT.toSeconds(), TimeUnit.SECONDS), "no message");
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	public TestSocket ignoreHeartbeats() {
		this.answersHeartbeats.set(false);
		return this;
	}

	/// Waits until the server has closed the WebSocket.
	/// @return the code
	public int closeCode() {
		return this.closeCode.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	public boolean isOpen() {
		return !this.closeCode.isDone();
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		this.part.append(data);
		if (last) {
			received(this.part.toString(), from);
			this.part.setLength(0);
		}
		from.request(1);
		return null;
	}

	private void received(String message, WebSocket from) {
		if (!message.contains("\"type\":\"ping\"")) {
			this.messages.add(message);
			return;
		}
		this.heartbeats.add(message);
		if (this.answersHeartbeats.get()) {
			from.sendText("{\"type\":\"pong\"}", true);
		}
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
		this.closeCode.complete(code);
		return null;
	}

	@Override
	public void onError(WebSocket from, Throwable failure) {
		this.closeCode.completeExceptionally(failure);
	}

	/// As a client that closes its page.
	@Override
	public void close() {
		this.socket.abort();
	}

}
