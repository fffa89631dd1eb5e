package com.howsmytrack.attacks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.TestMailServer;
import com.howsmytrack.testing.TestPostgres;
import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// The application as production starts it, with its own database, started once for all attacks. The tests do not
/// clean up: each uses its own networks and members.
final class Production {

	static final String SECRET_KEY = "a key that is known to nobody else";

	private static final String DATABASE_URL = TestPostgres.newDatabase("attacks");

	private static final ConfigurableApplicationContext APPLICATION = start();

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private Production() {
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(HowsMyTrackApplication.class).initializers(new TestMailServer())
			.run("--ENVIRONMENT=PROD", "--server.port=0", "--howsmytrack.jobs.scheduled=false",
					"--SECRET_KEY=" + SECRET_KEY, "--DATABASE_URL=" + DATABASE_URL,
					"--WEBSITE_URL=https://www.howsmytrack.com", "--API_URL=https://api.howsmytrack.com",
					// The clock does not move.
					"--howsmytrack.account.rate-limits.registration.times=10000");
	}

	static <T> T setting(String name, Class<T> type) {
		return Binder.get(APPLICATION.getEnvironment()).bind(name, type).get();
	}

	/// The time limit of the statements of members.
	static Duration statementTimeout() {
		return Duration.ofMillis(database().queryForObject(
				"SELECT CAST(setting AS bigint) FROM pg_settings WHERE name = 'statement_timeout'", Long.class));
	}

	/// The time to wait for the next part of a request.
	static Duration connectionTimeout() {
		return Duration.ofMillis(server().getConnectionTimeout());
	}

	/// Does the work while new connections have another timeout than in production.
	static <T> T withConnectionTimeout(Duration timeout, Supplier<T> work) {
		AbstractProtocol<?> server = server();
		int before = server.getConnectionTimeout();
		server.setConnectionTimeout(Math.toIntExact(timeout.toMillis()));
		try {
			return work.get();
		}
		finally {
			server.setConnectionTimeout(before);
		}
	}

	private static AbstractProtocol<?> server() {
		WebServer server = ((WebServerApplicationContext) APPLICATION).getWebServer();
		return (AbstractProtocol<?>) ((TomcatWebServer) server).getTomcat().getConnector().getProtocolHandler();
	}

	/// Locks the table on a connection of its own until the latch opens.
	static void whileLocked(String table, CountDownLatch end) {
		DatabaseUrl database = DatabaseUrl.of(DATABASE_URL).orElseThrow();
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(),
				database.password()); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("LOCK TABLE " + table);
			end.await();
			connection.rollback();
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	static int port() {
		return Integer.parseInt(APPLICATION.getEnvironment().getRequiredProperty("local.server.port"));
	}

	static AdjustableClock clock() {
		return APPLICATION.getBean(AdjustableClock.class);
	}

	static JdbcTemplate database() {
		return APPLICATION.getBean(JdbcTemplate.class);
	}

	/// A number that no test has used.
	static int number() {
		return NUMBER.incrementAndGet();
	}

}
