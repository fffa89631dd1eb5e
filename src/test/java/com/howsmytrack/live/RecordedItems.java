package com.howsmytrack.live;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/// Records the items of a subscription. Requests a number of them at first, and more when a test calls `request`.
final class RecordedItems extends BaseSubscriber<Long> {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final long requested;

	private final BlockingQueue<Long> items = new LinkedBlockingQueue<>();

	final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

	RecordedItems(long requested) {
		this.requested = requested;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		request(this.requested);
	}

	@Override
	protected void hookOnNext(Long item) {
		this.items.add(item);
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.failures.add(failure);
	}

	long next() {
		try {
			Long item = this.items.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(item).isNotNull();
			return item;
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
