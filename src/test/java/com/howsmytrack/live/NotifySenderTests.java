package com.howsmytrack.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The changes of an instance are sent to the other ones.
class NotifySenderTests extends TwoLiveInstances {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

	@Test
	void sendsTheChangesOfSomeMillisecondsTogether() throws SQLException {
		try (RawListener raw = new RawListener()) {
			Set<Topic> all = rooms(1, 200);
			long begun = System.nanoTime();
			for (Topic topic : all) {
				this.writer.changed(Set.of(topic));
				LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
			}
			Set<Topic> received = new HashSet<>();
			while (!received.containsAll(all)) {
				received.addAll(raw.next().topics());
			}
			Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);

			await().atMost(LIMIT).until(() -> this.writer.sent() == raw.received());
			assertThat(this.writer.sent()).isLessThanOrEqualTo(1 + elapsed.dividedBy(SHORTEST_PAUSE));
		}
	}

	@Test
	void sendsOneNotificationForVeryManyTopics() throws SQLException {
		try (RawListener raw = new RawListener()) {
			this.writer.changed(rooms(1, ChangedTopics.MAX_TOPICS + 1));

			assertThat(raw.next().isAll()).isTrue();
			assertThat(raw.received()).isOne();
		}
	}

	/// As in a command.
	@Test
	void sendsItsChangesWhenItIsClosed() {
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(remote)).isZero();

		this.number.set(1);
		try (PostgresLiveTopics command = new PostgresLiveTopics(this.jdbc, this.details, settings(NEVER))) {
			command.changed(Set.of(TOPIC));
		}

		assertThat(next(remote)).isEqualTo(1);
	}

	private static Set<Topic> rooms(int first, int last) {
		return LongStream.rangeClosed(first, last).mapToObj((id) -> new Topic("rooms", id)).collect(Collectors.toSet());
	}

	/// Receives the notifications of all instances.
	private static final class RawListener implements AutoCloseable {

		private final Connection connection;

		private int received;

		RawListener() throws SQLException {
			DatabaseUrl server = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
			this.connection = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
			try (Statement statement = this.connection.createStatement()) {
				statement.execute("LISTEN " + PostgresLiveTopics.CHANNEL);
			}
		}

		/// The topics of the notifications that arrive next.
		ChangedTopics next() throws SQLException {
			PGNotification[] arrived = this.connection.unwrap(PGConnection.class)
				.getNotifications(Math.toIntExact(LIMIT.toMillis()));
			assertThat(arrived).isNotEmpty();
			ChangedTopics changed = new ChangedTopics();
			for (PGNotification notification : arrived) {
				this.received++;
				String payload = notification.getParameter();
				changed.add(ChangedTopics.parse(payload.substring(payload.indexOf(NotifySender.SEPARATOR) + 1)));
			}
			return changed;
		}

		int received() {
			return this.received;
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

}
