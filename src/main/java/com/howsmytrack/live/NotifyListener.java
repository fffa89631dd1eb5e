package com.howsmytrack.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives the notifications of other instances on a connection of its own. A connection of the pool cannot be used,
/// because it has to stay open and is idle most of the time.
///
/// While no notification arrives, a statement at an interval detects a lost connection. After each connect, all
/// subscriptions are woken, because notifications may have been missed before.
final class NotifyListener {

	private static final Logger logger = LoggerFactory.getLogger(NotifyListener.class);

	private static final Duration FIRST_RETRY = Duration.ofMillis(100);

	private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

	private final LiveConnections connections;

	private final String channel;

	private final Duration checkInterval;

	private final Consumer<String> received;

	private final Runnable connected;

	private volatile @Nullable Connection connection;

	private volatile boolean listening;

	private volatile boolean closed;

	private boolean failing;

	/// @param received is called with the payload of each notification
	/// @param connected is called after each connect
	NotifyListener(LiveConnections connections, String channel, Duration checkInterval, Consumer<String> received,
			Runnable connected) {
		this.connections = connections;
		this.channel = channel;
		this.checkInterval = checkInterval;
		this.received = received;
		this.connected = connected;
	}

	boolean isListening() {
		return this.listening;
	}

	/// Receives notifications until [#close].
	void run() {
		Duration retry = FIRST_RETRY;
		while (!this.closed) {
			try (Connection opened = this.connections.open()) {
				this.connection = opened;
				listen(opened);
				retry = FIRST_RETRY;
				receive(opened);
			}
			catch (SQLException | RuntimeException lost) {
				logLoss(lost);
			}
			finally {
				this.listening = false;
				this.connection = null;
			}
			if (!this.closed && !pause(retry)) {
				return;
			}
			retry = longer(retry);
		}
	}

	/// A longer outage is logged once.
	private void logLoss(Exception lost) {
		if (!this.closed && !this.failing) {
			logger.warn("Changes on other instances cannot be received now: {}", lost.getMessage());
			this.failing = true;
		}
	}

	/// Called by another thread.
	void close() {
		this.closed = true;
		Connection opened = this.connection;
		if (opened != null) {
			try {
				opened.abort(Runnable::run);
			}
			catch (SQLException broken) {
				logger.debug("The connection was broken already", broken);
			}
		}
	}

	private void listen(Connection opened) throws SQLException {
		execute(opened, "LISTEN " + this.channel);
		if (this.failing) {
			logger.info("Changes on other instances are received again");
			this.failing = false;
		}
		this.connected.run();
		this.listening = true;
	}

	private void receive(Connection opened) throws SQLException {
		PGConnection notifications = opened.unwrap(PGConnection.class);
		while (!this.closed) {
			PGNotification @Nullable [] arrived = notifications
				.getNotifications(Math.toIntExact(this.checkInterval.toMillis()));
			if (arrived == null || arrived.length == 0) {
				execute(opened, "SELECT 1");
				continue;
			}
			for (PGNotification notification : arrived) {
				this.received.accept(Objects.requireNonNull(notification.getParameter()));
			}
		}
	}

	private static void execute(Connection opened, String sql) throws SQLException {
		try (Statement statement = opened.createStatement()) {
			statement.execute(sql);
		}
	}

	/// @return false if the thread was interrupted
	private static boolean pause(Duration time) {
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
			return true;
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static Duration longer(Duration pause) {
		Duration twice = pause.multipliedBy(2);
		return (twice.compareTo(LONGEST_RETRY) < 0) ? twice : LONGEST_RETRY;
	}

}
