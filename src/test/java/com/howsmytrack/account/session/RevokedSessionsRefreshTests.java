package com.howsmytrack.account.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// Two instances share one database: a session that one revokes is soon invalid on the other.
@WholeApplication
class RevokedSessionsRefreshTests {

	@Autowired
	private Api api;

	@Test
	void readsRevocationsOfOtherInstancesWithinSeconds() {
		Browser ada = this.api.member("ada");
		String phone = this.api.visitor().signIn("ada@example.com").token();
		String revokedBefore = this.api.member("bo").token();
		AccountScenario.changePassword(this.api.visitor().withToken(revokedBefore)).succeeded("changePassword");
		try (ConfigurableApplicationContext other = SpringApplication.run(HowsMyTrackApplication.class,
				"--server.port=0", "--howsmytrack.jobs.scheduled=false", "--howsmytrack.demo.enabled=false",
				"--DATABASE_URL=" + TestPostgres.databaseUrl())) {
			assertThat(isSignedIn(other, revokedBefore)).as("revoked before the instance started").isFalse();
			assertThat(isSignedIn(other, phone)).isTrue();

			AccountScenario.changePassword(ada).succeeded("changePassword");

			Awaitility.await()
				.pollInterval(Duration.ofMillis(100))
				.atMost(Duration.ofSeconds(60))
				.until(() -> !isSignedIn(other, phone));
			assertThat(isSignedIn(other, ada.token())).as("the device that changed the password").isTrue();
		}
	}

	private static boolean isSignedIn(ConfigurableApplicationContext instance, String token) {
		URI address = URI.create(
				"http://localhost:%s/graphql".formatted(instance.getEnvironment().getProperty("local.server.port")));
		HttpRequest request = HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.header("Cookie", "JWT=" + token)
			.POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ userDetails { username } }\"}"))
			.build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("@example.com");
		}
		catch (IOException failed) {
			throw new IllegalStateException(failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
