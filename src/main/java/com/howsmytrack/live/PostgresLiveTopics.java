package com.howsmytrack.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// [LiveTopics] by `LISTEN` and `NOTIFY`. The subscriptions of this instance are woken directly; the other instances are
/// notified by [NotifySender] and receive by [NotifyListener].
///
/// Without [#start], it has no threads: it wakes the subscriptions of this instance, and sends the changes to the other
/// instances when it is closed. So a command sends its changes before it ends.
class PostgresLiveTopics implements LiveTopics, AutoCloseable {

	static final String CHANNEL = "howsmytrack_live";

	private static final Duration LONGEST_POLL_STEP = Duration.ofSeconds(1);

	private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

	/// Marks the notifications of this instance, so that it ignores them.
	private final String instance = UUID.randomUUID().toString();

	private final OpenSubscriptions subscriptions;

	private final LiveConnections connections;

	private final NotifySender sender;

	private final NotifyListener listener;

	private final Duration pollStep;

	private final LongAdder received = new LongAdder();

	private @Nullable Thread sending;

	private List<Thread> others = List.of();

	PostgresLiveTopics(JdbcClient jdbc, JdbcConnectionDetails database, LiveSettings settings) {
		this.subscriptions = new OpenSubscriptions(settings.pollInterval(), settings.readsAtOnce());
		this.sender = new NotifySender(jdbc, CHANNEL, this.instance);
		this.connections = new LiveConnections(database);
		this.listener = new NotifyListener(this.connections, CHANNEL, settings.checkInterval(), this::receive,
				this.subscriptions::wakeAll);
		Duration step = settings.pollInterval().dividedBy(4);
		this.pollStep = (step.compareTo(LONGEST_POLL_STEP) < 0) ? step : LONGEST_POLL_STEP;
	}

	/// The number of open subscriptions.
	int subscriptions() {
		return this.subscriptions.count();
	}

	/// Whether notifications of other instances can be received.
	boolean isListening() {
		return this.listener.isListening();
	}

	/// The number of statements that notified other instances.
	long sent() {
		return this.sender.sent();
	}

	/// The number of notifications from other instances.
	long received() {
		return this.received.sum();
	}

	/// Starts to exchange changes with other instances, and to poll.
	void start() {
		this.sending = thread("live-sender", this.sender::run);
		this.others = List.of(thread("live-listener", this.listener::run), thread("live-poll", this::poll));
	}

	private static Thread thread(String name, Runnable work) {
		return Thread.ofVirtual().name(name).start(work);
	}

	@Override
	public void changed(Set<Topic> topics) {
		publishAfterCommit((changed) -> changed.add(topics));
	}

	@Override
	public void allChanged(String kind) {
		Topic.requireKind(kind);
		publishAfterCommit((changed) -> changed.addKind(kind));
	}

	/// All changes of a transaction are published together.
	private void publishAfterCommit(Consumer<ChangedTopics> addition) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			ChangedTopics changed = new ChangedTopics();
			addition.accept(changed);
			publish(changed);
			return;
		}
		ChangedTopics changed = (ChangedTopics) TransactionSynchronizationManager.getResource(this);
		if (changed == null) {
			changed = new ChangedTopics();
			TransactionSynchronizationManager.bindResource(this, changed);
			TransactionSynchronizationManager.registerSynchronization(new AfterCommit(changed));
		}
		addition.accept(changed);
	}

	private void publish(ChangedTopics changed) {
		if (!changed.isEmpty()) {
			this.subscriptions.wake(changed);
			this.sender.add(changed);
		}
	}

	@Override
	public <C, T> Flux<T> follow(Topic topic, C start, TopicReader<C, T> reader) {
		return this.subscriptions.follow(topic, start, reader);
	}

	private void receive(String payload) {
		int separator = payload.indexOf(NotifySender.SEPARATOR);
		if (!payload.substring(0, Math.max(separator, 0)).equals(this.instance)) {
			this.received.increment();
			this.subscriptions.wake(ChangedTopics.parse(payload.substring(separator + 1)));
		}
	}

	private void poll() {
		try {
			while (true) {
				TimeUnit.NANOSECONDS.sleep(this.pollStep.toNanos());
				this.subscriptions.wakeDue();
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	/// Sends the changes that were not sent yet. The sender is not interrupted, because
	/// that would break the connection on which it sends.
	@Override
	public void close() {
		this.listener.close();
		this.others.forEach(Thread::interrupt);
		this.sender.close();
		Thread current = this.sending;
		try {
			if (current == null || current.join(LONGEST_CLOSE)) {
				this.sender.sendRest(this.connections);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	/// Publishes the changes of a transaction after its end, unless it was rolled back.
	/// If the outcome of the commit is unknown, it publishes them too, because a wake-up
	/// without a change does no harm. It can also be registered while the callbacks after
	/// a commit run.
	private final class AfterCommit implements TransactionSynchronization {

		private final ChangedTopics changed;

		AfterCommit(ChangedTopics changed) {
			this.changed = changed;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(PostgresLiveTopics.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(PostgresLiveTopics.this, this.changed);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(PostgresLiveTopics.this);
			if (status != STATUS_ROLLED_BACK) {
				publish(this.changed);
			}
		}

	}

}
