package com.howsmytrack.live;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestPostgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The database is gone while many subscriptions are open that read it.
@DatabaseTest
class LiveOutageTests {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final int SUBSCRIPTIONS = 1_000;

	@Autowired
	private Database database;

	@Test
	void allSubscriptionsStayAndCatchUp() throws IOException {
		URI server = URI.create(TestPostgres.databaseUrl());
		Map<Long, Long> states = new ConcurrentHashMap<>();
		Map<Long, Throwable> failures = new ConcurrentHashMap<>();
		try (TcpProxy proxy = new TcpProxy(server.getPort());
				HikariDataSource pool = pool(throughProxy(server, proxy));
				PostgresLiveTopics topics = new PostgresLiveTopics(JdbcClient.create(pool), throughProxy(server, proxy),
						new LiveSettings(Duration.ofHours(1), Duration.ofMillis(200), 8))) {
			topics.start();
			JdbcClient jdbc = JdbcClient.create(pool);
			LongStream.range(0, SUBSCRIPTIONS)
				.forEach((room) -> topics
					.followState(new Topic("rooms", room),
							() -> jdbc.sql("SELECT count(*) FROM account").query(Long.class).single())
					.subscribe((state) -> states.put(room, state), (failure) -> failures.put(room, failure)));
			await().atMost(LIMIT).until(() -> states.size() == SUBSCRIPTIONS && topics.isListening());

			proxy.stop();
			this.database
				.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a@example.com', '', now())");
			topics.allChanged("rooms");
			await().atMost(LIMIT).until(() -> !topics.isListening());
			assertThat(states.values()).containsOnly(0L);
			proxy.restart();

			await().atMost(LIMIT).until(() -> states.values().stream().allMatch((state) -> state == 1));
			assertThat(failures).isEmpty();
			assertThat(topics.subscriptions()).isEqualTo(SUBSCRIPTIONS);
		}
	}

	private static DatabaseUrl throughProxy(URI server, TcpProxy proxy) {
		DatabaseUrl direct = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
		return new DatabaseUrl("jdbc:postgresql://localhost:%d%s".formatted(proxy.port(), server.getPath()),
				direct.username(), direct.password());
	}

	private static HikariDataSource pool(DatabaseUrl url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url.jdbcUrl());
		config.setUsername(url.username());
		config.setPassword(url.password());
		config.setConnectionTimeout(Duration.ofSeconds(1).toMillis());
		return new HikariDataSource(config);
	}

}
