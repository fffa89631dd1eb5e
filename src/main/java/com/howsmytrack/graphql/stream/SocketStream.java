package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

import org.springframework.web.socket.CloseStatus;

/// A WebSocket, from its handshake on. Counts what the client sends and subscribes to.
final class SocketStream implements OpenStream {

	private static final Logger logger = LoggerFactory.getLogger(SocketStream.class);

	private static final String ATTRIBUTE = SocketStream.class.getName();

	private final StreamCaller caller;

	private final StreamSettings settings;

	private final Clock clock;

	/// The ids of the open subscriptions.
	private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();

	/// The events of the open subscriptions.
	private final Map<String, PacedEvents<?>> events = new ConcurrentHashMap<>();

	private final Sinks.Empty<Void> closed = Sinks.empty();

	/// When the last subscription ended, or when the stream was opened. Changes before
	/// the last subscription is removed.
	private volatile Instant idleSince;

	private volatile long lastReceived = System.nanoTime();

	/// Null until the handshake is complete. Guarded by this.
	private @Nullable SocketSession socket;

	/// Guarded by this.
	private @Nullable StreamEnd end;

	private final MessageParts messages;

	SocketStream(StreamCaller caller, StreamSettings settings, Clock clock) {
		this.caller = caller;
		this.settings = settings;
		this.clock = clock;
		this.idleSince = clock.instant();
		this.messages = new MessageParts(settings);
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
	void opened(SocketSession opened) {
		StreamEnd before;
		synchronized (this) {
			this.socket = opened;
			before = this.end;
		}
		if (before != null) {
			close(opened, before.status());
		}
	}

	synchronized SocketSession socket() {
		return Objects.requireNonNull(this.socket);
	}

	/// Called when the WebSocket was closed by either side. Ends the subscriptions.
	void closed() {
		this.closed.tryEmitEmpty();
		SocketSession opened;
		synchronized (this) {
			opened = this.socket;
		}
		if (opened != null) {
			opened.closed();
		}
	}

	/// Completes the events when the WebSocket is closed, also if that happens while the
	/// subscription begins.
	<T> Flux<T> untilClosed(String id, Publisher<T> events) {
		return Flux.from(events)
			.takeUntilOther(this.closed.asMono())
			.transform(Operators.<T, T>lift((_, subscriber) -> paced(id, subscriber)));
	}

	private <T> PacedEvents<T> paced(String id, CoreSubscriber<? super T> subscriber) {
		PacedEvents<T> paced = new PacedEvents<>(subscriber);
		this.events.put(id, paced);
		return paced;
	}

	/// Called when an event of a subscription was sent.
	void sent(String id) {
		PacedEvents<?> paced = this.events.get(id);
		if (paced != null) {
			paced.sent();
		}
	}

	void received() {
		this.lastReceived = System.nanoTime();
	}

	MessageParts messages() {
		return this.messages;
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
		this.idleSince = this.clock.instant();
		this.subscriptions.remove(id);
		this.events.remove(id);
	}

	@Override
	public StreamProtocol protocol() {
		return StreamProtocol.WEB_SOCKET;
	}

	@Override
	public StreamCaller caller() {
		return this.caller;
	}

	@Override
	public long heap() {
		return protocol().heap();
	}

	/// The client answers each heartbeat.
	@Override
	public Optional<StreamEnd> clientFailure() {
		if (this.messages.isOverdue()) {
			return Optional.of(StreamEnd.INCOMPLETE_MESSAGE);
		}
		if (System.nanoTime() - this.lastReceived > this.settings.clientTimeout().toNanos()) {
			return Optional.of(StreamEnd.CONNECTION_LOST);
		}
		return isIdle() ? Optional.of(StreamEnd.IDLE) : Optional.empty();
	}

	private boolean isIdle() {
		return this.subscriptions.isEmpty()
				&& this.clock.instant().isAfter(this.idleSince.plus(this.settings.idleTimeout()));
	}

	@Override
	public void close(StreamEnd reason) {
		SocketSession opened;
		synchronized (this) {
			this.end = reason;
			opened = this.socket;
		}
		if (opened != null) {
			close(opened, reason.status());
		}
	}

	private static void close(SocketSession socket, CloseStatus status) {
		try {
			socket.close(status);
		}
		catch (IOException failed) {
			logger.debug("A WebSocket could not be closed", failed);
		}
	}

}
