package com.howsmytrack.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Sends the names of changed topics to the other instances. The first change is sent at once, the changes during the
/// following pause together. The pause becomes longer while changes continue, so that there are few statements at any rate
/// of writes.
///
/// While the database is unavailable, it keeps the names, at most as many as [ChangedTopics] holds.
final class NotifySender {

	/// Separates the id of the sending instance from the topics.
	static final char SEPARATOR = '|';

	private static final Logger logger = LoggerFactory.getLogger(NotifySender.class);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

	private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final String channel;

	private final String instance;

	private final LongAdder sent = new LongAdder();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition added = this.lock.newCondition();

	private ChangedTopics pending = new ChangedTopics();

	private boolean closed;

	/// Whether the last statement failed. A longer outage is logged once.
	private boolean failing;

	NotifySender(JdbcClient jdbc, String channel, String instance) {
		this.jdbc = jdbc;
		this.channel = channel;
		this.instance = instance;
	}

	/// The number of executed statements.
	long sent() {
		return this.sent.sum();
	}

	/// Signals for the first change only: a signal for each one would wake the sender for
	/// each write of a member.
	void add(ChangedTopics changed) {
		this.lock.lock();
		try {
			boolean first = this.pending.isEmpty();
			this.pending.add(changed);
			if (first) {
				this.added.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Sends changes until [#close].
	void run() {
		try {
			Duration pause = SHORTEST_PAUSE;
			while (awaitChange()) {
				pause = sendPending() ? pause : RETRY_PAUSE;
				boolean quiet = pauseFor(pause);
				pause = quiet ? SHORTEST_PAUSE : longer(pause);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	/// Ends [#run] after the statement that it is executing.
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.added.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/// @return false if the sender is closed
	private boolean awaitChange() throws InterruptedException {
		this.lock.lock();
		try {
			while (this.pending.isEmpty() && !this.closed) {
				this.added.await();
			}
			return !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/// @return whether no change was added during the pause
	private boolean pauseFor(Duration pause) throws InterruptedException {
		long left = pause.toNanos();
		this.lock.lock();
		try {
			while (left > 0 && !this.closed) {
				left = this.added.awaitNanos(left);
			}
			return this.pending.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	private static Duration longer(Duration pause) {
		Duration twice = pause.multipliedBy(2);
		return (twice.compareTo(LONGEST_PAUSE) < 0) ? twice : LONGEST_PAUSE;
	}

	/// Sends what was not sent before [#close], for example because the process is a
	/// command. Does not use the pool, which would wait long if the database is gone.
	void sendRest(LiveConnections connections) {
		ChangedTopics changed = takePending();
		if (changed.isEmpty()) {
			return;
		}
		try (Connection connection = connections.open()) {
			send(changed, JdbcClient.create(new SingleConnectionDataSource(connection, true)));
		}
		catch (SQLException | RuntimeException failed) {
			logger.warn("Other instances could not be notified of the last changes: {}", failed.getMessage());
		}
	}

	/// @return false if the statement failed; its changes are pending again
	private boolean sendPending() {
		ChangedTopics changed = takePending();
		try {
			send(changed, this.jdbc);
			this.failing = false;
			return true;
		}
		catch (RuntimeException failed) {
			if (!this.failing) {
				logger.warn("Other instances cannot be notified of changes now: {}", failed.getMessage());
			}
			this.failing = true;
			add(changed);
			return false;
		}
	}

	private ChangedTopics takePending() {
		this.lock.lock();
		try {
			ChangedTopics taken = this.pending;
			this.pending = new ChangedTopics();
			return taken;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void send(ChangedTopics changed, JdbcClient client) {
		String[] payloads = changed.payloads()
			.stream()
			.map((topics) -> this.instance + SEPARATOR + topics)
			.toArray(String[]::new);
		client.sql("SELECT pg_notify(:channel, payload) FROM unnest((SELECT :payloads)::text[]) AS payload")
			.param("channel", this.channel)
			.param("payloads", payloads)
			.query((_, _) -> true)
			.list();
		this.sent.increment();
	}

}
