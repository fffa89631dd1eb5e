package com.howsmytrack.live;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

import com.howsmytrack.live.TopicReader.Items;
import com.howsmytrack.persistence.DatabaseOutage;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

import org.springframework.dao.TransientDataAccessException;

/// One open subscription to a topic. While it waits, it has no thread and no timer, and keeps its position, one flag for
/// all changes since the last read, and the items of the last read that the subscriber has not requested.
///
/// It is not composed of Reactor's operators, because their queues would keep an element for each change.
///
/// @param <C> a position in the topic
/// @param <T> an item that is emitted
final class TopicSubscription<C, T> implements Subscription {

	/// The thread of a writer starts the threads of other members' subscriptions, so
	/// these must not inherit its context.
	private static final ThreadFactory THREADS = Thread.ofVirtual()
		.name("live-subscription")
		.inheritInheritableThreadLocals(false)
		.factory();

	@SuppressWarnings("rawtypes")
	private static final AtomicLongFieldUpdater<TopicSubscription> REQUESTED = AtomicLongFieldUpdater
		.newUpdater(TopicSubscription.class, "requested");

	private final Topic topic;

	private final TopicReader<C, T> reader;

	private final Subscriber<? super T> subscriber;

	private final OpenSubscriptions subscriptions;

	/// The number of items that the subscriber still accepts.
	private volatile long requested;

	/// Whether a read can find something new. True at first, for the first read.
	private final AtomicBoolean changed = new AtomicBoolean(true);

	/// Whether a thread reads or emits for this subscription. Only that thread writes the
	/// position and the items.
	private final AtomicBoolean busy = new AtomicBoolean();

	private volatile boolean ended;

	/// The time of the next read without a wake-up, as of `System.nanoTime()`.
	private volatile long due;

	private C cursor;

	private List<T> items = List.of();

	/// The number of emitted items.
	private int emitted;

	private volatile boolean itemsLeft;

	TopicSubscription(Topic topic, C start, TopicReader<C, T> reader, Subscriber<? super T> subscriber,
			OpenSubscriptions subscriptions) {
		this.topic = topic;
		this.cursor = start;
		this.reader = reader;
		this.subscriber = subscriber;
		this.subscriptions = subscriptions;
		this.due = subscriptions.nextPoll();
	}

	Topic topic() {
		return this.topic;
	}

	@Override
	public void request(long count) {
		if (Operators.validate(count)) {
			Operators.addCap(REQUESTED, this, count);
			continueIfPossible();
		}
	}

	@Override
	public void cancel() {
		this.ended = true;
		this.subscriptions.remove(this);
	}

	void wake() {
		this.changed.set(true);
		continueIfPossible();
	}

	void wakeIfDue(long now) {
		if (now - this.due >= 0) {
			wake();
		}
	}

	private void continueIfPossible() {
		if (canContinue() && this.busy.compareAndSet(false, true)) {
			THREADS.newThread(this::run).start();
		}
	}

	private boolean canContinue() {
		return !this.ended && this.requested > 0 && (this.itemsLeft || this.changed.get());
	}

	/// The condition is checked again after `busy` is reset: a wake-up or a request
	/// before the reset has started no thread.
	private void run() {
		do {
			try {
				emitAndRead();
			}
			catch (RuntimeException | Error failure) {
				end(failure);
			}
			finally {
				this.busy.set(false);
			}
		}
		while (canContinue() && this.busy.compareAndSet(false, true));
	}

	/// A change during a read sets the flag again, so another read follows. Items that
	/// are left are emitted first, because a read replaces them.
	private void emitAndRead() {
		emit();
		while (!this.itemsLeft && canContinue() && this.changed.compareAndSet(true, false)) {
			read();
			emit();
		}
	}

	private void read() {
		Items<C, T> read;
		try {
			read = this.subscriptions.limited(() -> this.reader.after(this.cursor));
		}
		catch (RuntimeException failure) {
			if (!isTemporary(failure)) {
				throw failure;
			}
			this.due = this.subscriptions.nextRetry();
			return;
		}
		this.due = this.subscriptions.nextPoll();
		this.cursor = read.cursor();
		this.items = read.items();
		this.emitted = 0;
		this.itemsLeft = !this.items.isEmpty();
		if (read.more()) {
			this.changed.set(true);
		}
	}

	private static boolean isTemporary(RuntimeException failure) {
		return failure instanceof TransientDataAccessException || DatabaseOutage.isCauseOf(failure);
	}

	private void emit() {
		while (this.itemsLeft && this.requested > 0 && !this.ended) {
			T item = this.items.get(this.emitted++);
			if (this.emitted == this.items.size()) {
				this.items = List.of();
				this.itemsLeft = false;
			}
			this.subscriber.onNext(item);
			Operators.produced(REQUESTED, this, 1);
		}
	}

	private void end(Throwable failure) {
		if (!this.ended) {
			cancel();
			this.subscriber.onError(failure);
		}
	}

}
