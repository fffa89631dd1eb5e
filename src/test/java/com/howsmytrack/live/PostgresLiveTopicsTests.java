package com.howsmytrack.live;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Two instances share one database. The subscriptions show a number that stands for data in the database.
@DatabaseTest
class PostgresLiveTopicsTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private static final Topic TOPIC = new Topic("rooms", 1);

	private static final Topic OTHER_TOPIC = new Topic("rooms", 2);

	private static final Duration NEVER = Duration.ofHours(1);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcConnectionDetails details;

	@Autowired
	private PlatformTransactionManager transactionManager;

	@Autowired
	private Database database;

	private final AtomicLong number = new AtomicLong();

	private final List<PostgresLiveTopics> opened = new ArrayList<>();

	private PostgresLiveTopics writer;

	private PostgresLiveTopics reader;

	@BeforeEach
	void startTwoInstances() {
		this.writer = started(this.details, NEVER);
		this.reader = started(this.details, NEVER);
	}

	@AfterEach
	void stop() {
		this.opened.forEach(PostgresLiveTopics::close);
	}

	@Test
	void wakesTheSubscriptionsOfItsOwnAndOfOtherInstances() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		this.number.set(1);
		this.writer.changed(Set.of(TOPIC));

		assertThat(next(own)).isEqualTo(1);
		assertThat(next(remote)).isEqualTo(1);
	}

	@Test
	void wakesAllSubscriptionsOfAKind() {
		BlockingQueue<Long> first = follow(this.reader, TOPIC);
		BlockingQueue<Long> second = follow(this.reader, OTHER_TOPIC);
		BlockingQueue<Long> otherKind = follow(this.reader, new Topic("lists", 1));
		assertThat(next(first)).isZero();
		assertThat(next(second)).isZero();
		assertThat(next(otherKind)).isZero();

		this.number.set(1);
		this.writer.allChanged("rooms");

		assertThat(next(first)).isEqualTo(1);
		assertThat(next(second)).isEqualTo(1);
		this.number.set(2);
		this.writer.changed(Set.of(new Topic("lists", 1)));
		assertThat(next(otherKind)).as("not woken by the first change").isEqualTo(2);
	}

	@Test
	void wakesNoSubscriptionBeforeTheCommit() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			awaitAnotherChange();
			assertThat(own).isEmpty();
			assertThat(remote).isEmpty();
		});

		assertThat(next(own)).isEqualTo(1);
		assertThat(next(remote)).isEqualTo(1);
	}

	@Test
	void wakesASubscriptionOnceForAllChangesOfATransaction() {
		AtomicLong reads = new AtomicLong();
		BlockingQueue<Long> own = new LinkedBlockingQueue<>();
		this.writer.followState(TOPIC, reads::incrementAndGet).subscribe(own::add);
		assertThat(next(own)).isEqualTo(1);

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			for (int change = 0; change < 1_000; change++) {
				this.writer.changed(Set.of(TOPIC));
				this.writer.allChanged("rooms");
			}
		});

		assertThat(next(own)).isEqualTo(2);
		awaitAnotherChange();
		assertThat(reads).hasValue(2);
	}

	@Test
	void keepsTheChangesOfNestedTransactionsApart() {
		TransactionTemplate independent = new TransactionTemplate(this.transactionManager);
		independent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		BlockingQueue<Long> ofInner = follow(this.writer, TOPIC);
		BlockingQueue<Long> ofOuter = follow(this.writer, new Topic("rooms", 3));
		assertThat(next(ofInner)).isZero();
		assertThat(next(ofOuter)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			this.number.set(1);
			this.writer.changed(Set.of(new Topic("rooms", 3)));
			independent.executeWithoutResult((_) -> this.writer.changed(Set.of(TOPIC)));
			assertThat(next(ofInner)).isEqualTo(1);
			assertThat(ofOuter).isEmpty();
		});

		assertThat(next(ofOuter)).isEqualTo(1);
	}

	@Test
	void wakesNoSubscriptionAfterARollback() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((transaction) -> {
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			transaction.setRollbackOnly();
		});
		awaitAnotherChange();

		assertThat(own).isEmpty();
		assertThat(remote).isEmpty();
	}

	@Test
	void catchesUpAfterItsConnectionWasTerminated() {
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(remote)).isZero();

		for (int round = 1; round <= 10; round++) {
			this.database.list(Boolean.class,
					"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'howsmytrack live'");
			this.number.set(round);
			this.writer.changed(Set.of(TOPIC));

			assertThat(next(remote)).isEqualTo(round);
		}
	}

	@Test
	void catchesUpAfterTheDatabaseWasUnreachable() throws IOException {
		URI server = URI.create(TestPostgres.databaseUrl());
		try (TcpProxy proxy = new TcpProxy(server.getPort())) {
			DatabaseUrl direct = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
			DatabaseUrl throughProxy = new DatabaseUrl(
					"jdbc:postgresql://localhost:%d%s".formatted(proxy.port(), server.getPath()), direct.username(),
					direct.password());
			PostgresLiveTopics distant = started(throughProxy, NEVER);
			BlockingQueue<Long> remote = follow(distant, TOPIC);
			assertThat(next(remote)).isZero();

			proxy.stop();
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			awaitAnotherChange();
			assertThat(remote).isEmpty();
			proxy.restart();

			assertThat(next(remote)).isEqualTo(1);
		}
	}

	/// No notification is sent here.
	@Test
	void pollsSoThatALostNotificationOnlyDelaysASubscription() {
		PostgresLiveTopics polling = started(this.details, Duration.ofMillis(100));
		BlockingQueue<Long> remote = follow(polling, TOPIC);
		assertThat(next(remote)).isZero();

		this.number.set(1);

		assertThat(next(remote)).isEqualTo(1);
	}

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

	@Test
	void countsItsSubscriptions() {
		assertThat(next(follow(this.writer, TOPIC))).isZero();
		assertThat(next(follow(this.writer, TOPIC))).isZero();

		assertThat(this.writer.subscriptions()).isEqualTo(2);
	}

	private PostgresLiveTopics started(JdbcConnectionDetails connection, Duration pollInterval) {
		PostgresLiveTopics topics = new PostgresLiveTopics(this.jdbc, connection, settings(pollInterval));
		topics.start();
		this.opened.add(topics);
		await().atMost(LIMIT).until(topics::isListening);
		return topics;
	}

	private static LiveSettings settings(Duration pollInterval) {
		return new LiveSettings(pollInterval, Duration.ofMillis(200), 8);
	}

	private BlockingQueue<Long> follow(LiveTopics topics, Topic topic) {
		BlockingQueue<Long> states = new LinkedBlockingQueue<>();
		topics.followState(topic, this.number::get).subscribe(states::add);
		return states;
	}

	/// Waits until another topic's change has arrived at both instances. Changes arrive
	/// in
	/// the order in which they are sent.
	private void awaitAnotherChange() {
		Set<String> woken = ConcurrentHashMap.newKeySet();
		Set<String> started = ConcurrentHashMap.newKeySet();
		for (PostgresLiveTopics topics : List.of(this.writer, this.reader)) {
			String name = topics.toString();
			topics.followState(OTHER_TOPIC, () -> {
				if (!started.add(name)) {
					woken.add(name);
				}
				return 0;
			}).subscribe();
		}
		await().atMost(LIMIT).until(() -> started.size() == 2);
		Thread.startVirtualThread(() -> this.writer.changed(Set.of(OTHER_TOPIC)));
		await().atMost(LIMIT).until(() -> woken.size() == 2);
	}

	private static long next(BlockingQueue<Long> states) {
		try {
			Long state = states.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
			assertThat(state).isNotNull();
			return state;
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
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
