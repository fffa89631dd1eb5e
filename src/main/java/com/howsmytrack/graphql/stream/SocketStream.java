package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.web.NetworkAddress;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/// A WebSocket, from its handshake on. Counts what the client sends and subscribes to.
final class SocketStream implements OpenStream {

	private static final Logger logger = LoggerFactory.getLogger(SocketStream.class);

	private static final String ATTRIBUTE = SocketStream.class.getName();

	private final NetworkAddress network;

	private final Optional<CallerSession> session;

	private final StreamSettings settings;

	/// The ids of the open subscriptions.
	private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private volatile long lastReceived = System.nanoTime();

	/// Null until the handshake is complete. Guarded by this.
	private @Nullable WebSocketSession socket;

	/// Guarded by this.
	private @Nullable StreamEnd end;

	/// The parts of an incomplete message. Tomcat calls one method of a socket at a time.
	private @Nullable StringBuilder parts;

	private long second;

	private int messagesInSecond;

	SocketStream(NetworkAddress network, Optional<CallerSession> session, StreamSettings settings) {
		this.network = network;
		this.session = session;
		this.settings = settings;
	}

	/// @param attributes of a WebSocket
	static SocketStream of(Map<String, Object> attributes) {
		if (attributes.get(ATTRIBUTE) instanceof SocketStream stream) {
			return stream;
		}
		throw new IllegalStateException("The WebSocket was not opened by SocketHandshake");
	}

	void addTo(Map<String, Object> attributes) {
		attributes.put(ATTRIBUTE, this);
	}

	/// Called after the handshake. The stream may have been ended before.
	void opened(WebSocketSession opened) {
		StreamEnd before;
		synchronized (this) {
			this.socket = opened;
			before = this.end;
		}
		if (before != null) {
			close(opened, before.status());
		}
	}

	synchronized WebSocketSession socket() {
		return Objects.requireNonNull(this.socket);
	}

	/// Called when the WebSocket is closed by either side.
	void closed() {
		this.closed.tryEmitEmpty();
	}

	/// Completes the events when the WebSocket is closed, also if that happens while the
	/// subscription begins.
	<T> Flux<T> untilClosed(String id, Publisher<T> events) {
		return Flux.from(events).takeUntilOther(this.closed.asMono()).doFinally((_) -> unsubscribed(id));
	}

	void received() {
		this.lastReceived = System.nanoTime();
	}

	/// Adds a part of a message.
	/// @return the message if it is complete
	Optional<String> message(String part, boolean last) throws MessageTooLargeException {
		StringBuilder before = this.parts;
		if (part.length() + ((before != null) ? before.length() : 0) > this.settings.largestMessage().toBytes()) {
			this.parts = null;
			throw new MessageTooLargeException();
		}
		if (before == null && last) {
			return Optional.of(part);
		}
		StringBuilder all = ((before != null) ? before : new StringBuilder()).append(part);
		this.parts = last ? null : all;
		return last ? Optional.of(all.toString()) : Optional.empty();
	}

	/// Counts a message.
	/// @return false if the client has sent too many in this second
	boolean countMessage() {
		long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
		if (now != this.second) {
			this.second = now;
			this.messagesInSecond = 0;
		}
		this.messagesInSecond++;
		return this.messagesInSecond <= this.settings.messagesPerSecond();
	}

	boolean isSubscribed(String id) {
		return this.subscriptions.contains(id);
	}

	/// Counts a subscription until [#unsubscribed] is called.
	/// @return false if the socket has too many subscriptions
	boolean subscribe(String id) {
		return this.subscriptions.size() < this.settings.subscriptionsPerSocket() && this.subscriptions.add(id);
	}

	void unsubscribed(String id) {
		this.subscriptions.remove(id);
	}

	@Override
	public StreamProtocol protocol() {
		return StreamProtocol.WEB_SOCKET;
	}

	@Override
	public NetworkAddress network() {
		return this.network;
	}

	@Override
	public Optional<CallerSession> session() {
		return this.session;
	}

	/// The client answers each heartbeat.
	@Override
	public boolean isLost() {
		return System.nanoTime() - this.lastReceived > this.settings.clientTimeout().toNanos();
	}

	@Override
	public void close(StreamEnd reason) {
		WebSocketSession opened;
		synchronized (this) {
			this.end = reason;
			opened = this.socket;
		}
		if (opened != null) {
			close(opened, reason.status());
		}
	}

	/// Closes the socket with another code.
	void close(CloseStatus status) {
		close(socket(), status);
	}

	static void close(WebSocketSession socket, CloseStatus status) {
		try {
			socket.close(status);
		}
		catch (IOException failed) {
			logger.debug("A WebSocket could not be closed", failed);
		}
	}

	static final class MessageTooLargeException extends Exception {

		private static final long serialVersionUID = 1;

	}

}
