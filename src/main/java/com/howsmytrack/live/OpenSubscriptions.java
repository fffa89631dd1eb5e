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

/// The open subscriptions of this instance, by topic.
final class OpenSubscriptions {

	/// How long after a failed read, at most, a subscription reads again.
	private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

	private final Map<Topic, Set<TopicSubscription<?, ?>>> subscriptions = new ConcurrentHashMap<>();

	private final Duration pollInterval;

	/// Subscriptions wait here in their order, and not in the queue of the connection
	/// pool, where they would delay requests of members.
	private final Semaphore reads;

	OpenSubscriptions(Duration pollInterval, int readsAtOnce) {
		this.pollInterval = pollInterval;
		this.reads = new Semaphore(readsAtOnce, true);
	}

	/// A subscription is registered before its first read, so that no change is missed.
	<C, T> Flux<T> follow(Topic topic, C start, TopicReader<C, T> reader) {
		return Flux.from((subscriber) -> {
			TopicSubscription<C, T> subscription = new TopicSubscription<>(topic, start, reader, subscriber, this);
			add(subscription);
			subscriber.onSubscribe(subscription);
		});
	}

	/// Most topics have one subscription, so their sets are created with the least
	/// capacity.
	private void add(TopicSubscription<?, ?> subscription) {
		this.subscriptions.compute(subscription.topic(), (_, existing) -> {
			Set<TopicSubscription<?, ?>> ofTopic = (existing != null) ? existing : ConcurrentHashMap.newKeySet(1);
			ofTopic.add(subscription);
			return ofTopic;
		});
	}

	void remove(TopicSubscription<?, ?> subscription) {
		this.subscriptions.computeIfPresent(subscription.topic(), (_, ofTopic) -> {
			ofTopic.remove(subscription);
			return ofTopic.isEmpty() ? null : ofTopic;
		});
	}

	int count() {
		return this.subscriptions.values().stream().mapToInt(Set::size).sum();
	}

	void wake(ChangedTopics changed) {
		if (changed.isAll()) {
			wakeAll();
			return;
		}
		changed.kinds().forEach(this::wakeKind);
		changed.topics()
			.forEach((topic) -> this.subscriptions.getOrDefault(topic, Set.of()).forEach(TopicSubscription::wake));
	}

	void wakeAll() {
		forEach(TopicSubscription::wake);
	}

	void wakeDue() {
		long now = System.nanoTime();
		forEach((subscription) -> subscription.wakeIfDue(now));
	}

	private void wakeKind(String kind) {
		this.subscriptions.forEach((topic, ofTopic) -> {
			if (topic.kind().equals(kind)) {
				ofTopic.forEach(TopicSubscription::wake);
			}
		});
	}

	private void forEach(Consumer<TopicSubscription<?, ?>> action) {
		this.subscriptions.values().forEach((ofTopic) -> ofTopic.forEach(action));
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

	/// A time between three quarters of the interval and its end, so that subscriptions
	/// that read at the same moment do not read together each time.
	private static long within(Duration interval) {
		long nanos = interval.toNanos();
		return System.nanoTime() + nanos - ThreadLocalRandom.current().nextLong(1 + nanos / 4);
	}

}
