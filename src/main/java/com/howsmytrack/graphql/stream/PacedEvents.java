package com.howsmytrack.graphql.stream;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/// Requests one event of a subscription, and each further event after the previous one was sent. `GraphQlWebSocketHandler`
/// requests 256 events at once, and would keep all of them for a client that reads slowly.
final class PacedEvents<T> implements CoreSubscriber<T>, Subscription {

	private final CoreSubscriber<? super T> subscriber;

	private final AtomicBoolean requested = new AtomicBoolean();

	private volatile @Nullable Subscription source;

	PacedEvents(CoreSubscriber<? super T> subscriber) {
		this.subscriber = subscriber;
	}

	/// Called when an event was sent to the client.
	void sent() {
		source().request(1);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.source = subscription;
		this.subscriber.onSubscribe(this);
	}

	/// The further requests only replace the events that were sent.
	@Override
	public void request(long count) {
		if (this.requested.compareAndSet(false, true)) {
			source().request(1);
		}
	}

	@Override
	public void cancel() {
		source().cancel();
	}

	private Subscription source() {
		return Objects.requireNonNull(this.source);
	}

	@Override
	public void onNext(T event) {
		this.subscriber.onNext(event);
	}

	@Override
	public void onError(Throwable failure) {
		this.subscriber.onError(failure);
	}

	@Override
	public void onComplete() {
		this.subscriber.onComplete();
	}

}
