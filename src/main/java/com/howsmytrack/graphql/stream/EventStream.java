package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.execution.SubscriptionPublisherException;

/// A response with server-sent events. Its thread waits for the next event, writes it and then requests one more, so at most
/// one event is kept for a client that does not read.
final class EventStream extends BaseSubscriber<Map<String, Object>> implements OpenStream {

	private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

	private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] NEXT = "event: next\ndata: ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.US_ASCII);

	/// `EventSource` ignores an event without data.
	private static final byte[] COMPLETE = "event: complete\ndata: \n\n".getBytes(StandardCharsets.US_ASCII);

	private final StreamCaller caller;

	private final int requestSize;

	private final JsonMapper json;

	private final StreamMetrics metrics;

	/// At most an event, the completion and an end by the server.
	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	/// @param requestSize in bytes
	EventStream(StreamCaller caller, int requestSize, JsonMapper json, StreamMetrics metrics) {
		this.caller = caller;
		this.requestSize = requestSize;
		this.json = json;
		this.metrics = metrics;
	}

	/// Writes all events. Returns when the stream has ended.
	/// @throws IOException if the client has closed the connection or does not read
	void writeTo(OutputStream out, Duration heartbeat) throws IOException, InterruptedException {
		send(out, HEARTBEAT);
		while (true) {
			switch (this.signals.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
				case null -> send(out, HEARTBEAT);
				case Signal.Next(Map<String, Object> event) -> {
					send(out, event);
					request(1);
				}
				case Signal.Complete _ -> {
					send(out, COMPLETE);
					return;
				}
				case Signal.End _ -> {
					return;
				}
			}
		}
	}

	private void send(OutputStream out, Map<String, Object> event) throws IOException {
		out.write(NEXT);
		out.write(this.json.writeValueAsBytes(event));
		send(out, END_OF_EVENT);
		this.metrics.sent(StreamProtocol.EVENT_STREAM);
	}

	private static void send(OutputStream out, byte[] bytes) throws IOException {
		out.write(bytes);
		out.flush();
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		request(1);
	}

	@Override
	protected void hookOnNext(Map<String, Object> event) {
		this.signals.add(new Signal.Next(event));
	}

	@Override
	protected void hookOnComplete() {
		this.signals.add(new Signal.Complete());
	}

	@Override
	protected void hookOnError(Throwable failure) {
		if (failure instanceof SubscriptionPublisherException resolved) {
			this.signals.add(new Signal.Next(resolved.toMap()));
			this.signals.add(new Signal.Complete());
		}
		else {
			logger.error("A subscription failed", failure);
			this.signals.add(new Signal.End());
		}
	}

	@Override
	public StreamProtocol protocol() {
		return StreamProtocol.EVENT_STREAM;
	}

	@Override
	public StreamCaller caller() {
		return this.caller;
	}

	@Override
	public long heap() {
		return protocol().heap() + StreamProtocol.requestHeap(this.requestSize);
	}

	/// A client does not answer heartbeats of this protocol. Writing to a lost connection
	/// fails after some time.
	@Override
	public Optional<StreamEnd> clientFailure() {
		return Optional.empty();
	}

	/// Without `complete`, so that the client sends its request again.
	@Override
	public void close(StreamEnd reason) {
		this.metrics.ended(reason);
		this.signals.add(new Signal.End());
	}

	private sealed interface Signal {

		record Next(Map<String, Object> event) implements Signal {
		}

		record Complete() implements Signal {
		}

		/// Ended by the server.
		record End() implements Signal {
		}

	}

}
