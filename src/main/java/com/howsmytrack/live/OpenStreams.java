package com.howsmytrack.live;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;

/// The open streams of this instance, by topic.
final class OpenStreams {

	/// How long after a failed read, at most, a stream reads again.
	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

	private final Map<Topic, Set<TopicStream<?, ?>>> streams = new ConcurrentHashMap<>();

	private final Duration pollInterval;

	/// Streams wait here in their order, and not in the queue of the connection pool,
	/// where
	/// they would delay requests of members.
	private final Semaphore reads;

	OpenStreams(Duration pollInterval, int readsAtOnce) {
		this.pollInterval = pollInterval;
		this.reads = new Semaphore(readsAtOnce, true);
	}

	/// A stream is registered before its first read, so that no change is missed.
	<C, T> Flux<T> follow(Topic topic, C start, TopicReader<C, T> reader) {
		return Flux.from((subscriber) -> {
			TopicStream<C, T> stream = new TopicStream<>(topic, start, reader, subscriber, this);
			add(stream);
			subscriber.onSubscribe(stream);
		});
	}

	/// Most topics have one stream, so their sets are created with the least capacity.
	private void add(TopicStream<?, ?> stream) {
		this.streams.compute(stream.topic(), (_, existing) -> {
			Set<TopicStream<?, ?>> ofTopic = (existing != null) ? existing : ConcurrentHashMap.newKeySet(1);
			ofTopic.add(stream);
			return ofTopic;
		});
	}

	void remove(TopicStream<?, ?> stream) {
		this.streams.computeIfPresent(stream.topic(), (_, ofTopic) -> {
			ofTopic.remove(stream);
			return ofTopic.isEmpty() ? null : ofTopic;
		});
	}

	int count() {
		return this.streams.values().stream().mapToInt(Set::size).sum();
	}

	void wake(ChangedTopics changed) {
		if (changed.isAll()) {
			wakeAll();
			return;
		}
		changed.kinds().forEach(this::wakeKind);
		changed.topics().forEach((topic) -> this.streams.getOrDefault(topic, Set.of()).forEach(TopicStream::wake));
	}

	void wakeAll() {
		forEach(TopicStream::wake);
	}

	void wakeDue() {
		long now = System.nanoTime();
		forEach((stream) -> stream.wakeIfDue(now));
	}

	private void wakeKind(String kind) {
		this.streams.forEach((topic, ofTopic) -> {
			if (topic.kind().equals(kind)) {
				ofTopic.forEach(TopicStream::wake);
			}
		});
	}

	private void forEach(Consumer<TopicStream<?, ?>> action) {
		this.streams.values().forEach((ofTopic) -> ofTopic.forEach(action));
	}

	<R> R limited(Supplier<R> read) {
		this.reads.acquireUninterruptibly();
		try {
			return read.get();
		}
		finally {
			this.reads.release();
		}
	}

	long nextPoll() {
		return within(this.pollInterval);
	}

	long nextRetry() {
		return within((RETRY_INTERVAL.compareTo(this.pollInterval) < 0) ? RETRY_INTERVAL : this.pollInterval);
	}

	/// A time between three quarters of the interval and its end, so that streams that
	/// read at the same moment do not read together each time.
	private static long within(Duration interval) {
		long nanos = interval.toNanos();
		return System.nanoTime() + nanos - ThreadLocalRandom.current().nextLong(1 + nanos / 4);
	}

}
