package com.howsmytrack.persistence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.TcpProxy;
import com.howsmytrack.testing.TestMailServer;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// What members get while the database is unavailable, and afterwards.
class DatabaseOutageTests {

	private static final String SIGN_IN = "mutation { tokenAuth(username: \\\"a@example.com\\\", password: \\\"x\\\") { payload } }";

	private static final String TWO_AT_ONCE = "mutation { a: requestPasswordReset(email: \\\"a@example.com\\\") { error } "
			+ "b: requestPasswordReset(email: \\\"b@example.com\\\") { error } }";

	private static final String REGISTER = "mutation { registerUser(email: \\\"a@example.com\\\", password: \\\"x\\\", passwordRepeat: \\\"y\\\") { error } }";

	/// Hikari's default for the time to wait for a connection. An answer takes as long as
	/// the setting of the application, plus the delays of a slow machine.
	private static final Duration WITHOUT_LIMIT = Duration.ofSeconds(30);

	@Test
	void isReportedAtOnceAndOverSoon() throws IOException, SQLException {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
				TcpProxy proxy = new TcpProxy(server.getPort());
				ConfigurableApplicationContext application = start(proxy.port())) {
			assertThat(run(application, REGISTER)).contains("Passwords don't match.");
			assertThat(connectionTimeout(application)).isLessThanOrEqualTo(Duration.ofSeconds(3));

			proxy.stop();
			for (String document : new String[] { SIGN_IN, REGISTER, TWO_AT_ONCE }) {
				double timeouts = connectionTimeouts(application);
				long before = System.nanoTime();
				String answer = run(application, document);

				assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(WITHOUT_LIMIT);
				assertThat(connectionTimeouts(application) - timeouts)
					.as("waits for a connection, at most one for all fields")
					.isLessThanOrEqualTo(1);
				assertThat(answer).contains("\"classification\":\"SERVICE_UNAVAILABLE\"", "\"requestId\":",
						"temporarily unavailable");
				assertThat(answer).doesNotContain("SQL", "Exception", "localhost", "127.0.0.1", "Hikari", "org.");
			}

			HttpResponse<String> page = page(application);
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.body()).contains("temporarily unavailable");

			assertThat(getFromManagementPort(application, "/actuator/health/liveness").statusCode()).isEqualTo(200);
			assertThat(getFromManagementPort(application, "/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(getFromManagementPort(application, "/actuator/prometheus").body())
				.contains("howsmytrack_mails_queued NaN")
				.contains("operation=\"tokenAuth\",outcome=\"error\"");

			proxy.restart();
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> run(application, REGISTER).contains("Passwords don't match."));
		}
	}

	private static ConfigurableApplicationContext start(int port) {
		return new SpringApplicationBuilder(HowsMyTrackApplication.class).initializers(new TestMailServer())
			.run("--server.port=0", "--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
					"--howsmytrack.background-work=false",
					"--DATABASE_URL=postgres://postgres@localhost:%d/postgres".formatted(port));
	}

	/// The setting that is in effect.
	private static Duration connectionTimeout(ConfigurableApplicationContext application) throws SQLException {
		HikariDataSource pool = application.getBean(DataSource.class).unwrap(HikariDataSource.class);
		return Duration.ofMillis(pool.getConnectionTimeout());
	}

	private static double connectionTimeouts(ConfigurableApplicationContext application) {
		return application.getBean(MeterRegistry.class).get("hikaricp.connections.timeout").counter().count();
	}

	private static HttpResponse<String> page(ConfigurableApplicationContext application) {
		return send(HttpRequest.newBuilder(address(application, "/accounts/reset/x/")).header("Accept", "text/html"));
	}

	private static HttpResponse<String> getFromManagementPort(ConfigurableApplicationContext application, String path) {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
				+ application.getEnvironment().getRequiredProperty("local.management.port") + path)));
	}

	private static URI address(ConfigurableApplicationContext application, String path) {
		return URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static String run(ConfigurableApplicationContext application, String document) {
		return send(HttpRequest.newBuilder(address(application, "/graphql"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + document + "\"}"))).body();
	}

}
