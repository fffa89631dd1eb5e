package com.howsmytrack.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeApplication
class ShutdownTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private DataSource dataSource;

	@Test
	void answersRequestsInFlight() throws Exception {
		Browser ada = this.api.member("ada");
		ConfigurableApplicationContext instance = SpringApplication.run(HowsMyTrackApplication.class, "--server.port=0",
				"--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
				"--DATABASE_URL=" + TestPostgres.databaseUrl(),
				// However slow the machine is, the request waits for the lock until the
				// test releases it.
				"--spring.datasource.hikari.connection-init-sql=SET statement_timeout = '60s'",
				"--spring.datasource.hikari.data-source-properties.socketTimeout=60",
				"--spring.lifecycle.timeout-per-shutdown-phase=60s");
		int port = instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		try (HttpClient http = HttpClient.newHttpClient(); Connection slow = this.dataSource.getConnection()) {
			slow.setAutoCommit(false);
			try (Statement lock = slow.createStatement()) {
				lock.execute("LOCK TABLE feedback_request IN ACCESS EXCLUSIVE MODE");
			}
			CompletableFuture<HttpResponse<String>> answer = http.sendAsync(groups(port, ada.token()),
					HttpResponse.BodyHandlers.ofString());
			await().atMost(LIMIT)
				.until(() -> this.database.single(Long.class, "SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);

			CompletableFuture<Void> closed = CompletableFuture.runAsync(instance::close);
			await().atMost(LIMIT).until(() -> !isOpen(port));
			slow.rollback();

			assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS).body())
				.isEqualTo("{\"data\":{\"feedbackGroups\":[]}}");
			closed.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private static HttpRequest groups(int port, String token) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
			.header("Content-Type", "application/json")
			.header("Cookie", "JWT=" + token)
			.POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ feedbackGroups { id } }\"}"))
			.build();
	}

	private static boolean isOpen(int port) {
		try (Socket socket = new Socket("localhost", port)) {
			return socket.isConnected();
		}
		catch (IOException refused) {
			return false;
		}
	}

}
