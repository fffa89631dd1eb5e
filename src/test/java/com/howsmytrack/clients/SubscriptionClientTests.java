package com.howsmytrack.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.howsmytrack.clients.ClientScenario.openForms;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Subscriptions with the npm clients graphql-ws (WebSocket) and graphql-sse (server-sent events, distinct connections). Ada
/// has three forms at first, and submits one of them from another session.
@NeedsNode
@WholeApplication
class SubscriptionClientTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	private Browser ada;

	@BeforeEach
	void group() {
		this.ada = this.scenario.group("ada", "ben", "cleo", "dan").getFirst();
	}

	@ParameterizedTest
	@ValueSource(strings = { "graphql-ws", "graphql-sse" })
	void sendsTheCurrentStateAndEachChange(String library) {
		try (NodeScript script = adaWith(library).start("follow", Map.of())) {
			script.awaitStep("subscribed");
			submitOne();
			script.proceed();

			assertThat(script.<Object>result()).isEqualTo(List.of(openForms(3), openForms(2)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "graphql-ws, 1", "graphql-sse, 3" })
	void keepsOtherSubscriptionsWhenOneEnds(String library, int connections) {
		try (NodeScript script = adaWith(library).start("unsubscribe", Map.of())) {
			script.awaitStep("unsubscribed");
			submitOne();
			script.proceed();

			assertThat(script.<Object>result())
				.isEqualTo(Map.of("received", List.of(openForms(2), openForms(2)), "connections", connections));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "graphql-ws", "graphql-sse" })
	void rejectsAllButSubscriptions(String library) {
		List<String> documents = List.of("{ userDetails { username } }", "mutation { refreshToken { payload } }",
				"subscription { nothing }");
		try (NodeScript script = adaWith(library).start("rejected", Map.of("documents", documents))) {
			script.awaitStep("rejected");
			submitOne();
			script.proceed();

			assertThat(script.<Object>result()).isEqualTo(Map.of("ends",
					List.of(List.of("ONLY_SUBSCRIPTIONS"), List.of("ONLY_SUBSCRIPTIONS"), List.of("VALIDATION_ERROR")),
					"received", openForms(2)));
		}
	}

	/// graphql-ws requires a text of the document, and recommends an empty one.
	@ParameterizedTest
	@ValueSource(strings = { "graphql-ws", "graphql-sse" })
	void acceptsTheIdOfARegisteredDocument(String library) throws IOException {
		String hash = DigestUtils.sha256Hex(
				Files.readAllBytes(Path.of("src/main/resources/graphql/documents/NotificationsChanged.graphql")));
		List<Map<String, ?>> requests = List.of(Map.of("query", "", "documentId", "sha256:" + hash),
				Map.of("query", "", "extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))));
		try (NodeScript script = adaWith(library).start("named", Map.of("requests", requests))) {
			assertThat(script.<Object>result()).isEqualTo(List.of(openForms(3), openForms(3)));
		}
	}

	/// In a browser, graphql-ws cannot report the status of the handshake.
	@ParameterizedTest
	@CsvSource({ "graphql-ws, Unexpected server response: 401", "graphql-sse, 401" })
	void rejectsVisitors(String library, String code) {
		ClientScenario visitor = new ClientScenario(library, this.api.uri("/graphql"), "");
		try (NodeScript script = visitor.start("visitor", Map.of())) {
			assertThat(script.<Object>result()).isEqualTo(List.of(code));
		}
	}

	/// graphql-sse sends its request again, which is then rejected. graphql-ws does not
	/// connect again after this code.
	@ParameterizedTest
	@CsvSource({ "graphql-ws, 4401", "graphql-sse, 401" })
	void endsWithTheSession(String library, String code) {
		try (NodeScript script = adaWith(library).start("signedOut", Map.of())) {
			assertThat(script.<Object>result()).isEqualTo(List.of(code));
		}
	}

	/// The client keeps the WebSocket after its last subscription. When the server closes
	/// it, the client opens a new one for its next subscription only.
	@Test
	void connectsAgainAfterATimeWithoutSubscriptionsOnlyToSubscribe(@Autowired MeterRegistry registry,
			@Autowired AdjustableClock clock) {
		try (NodeScript script = adaWith("graphql-ws").start("idle", Map.of("options", "lazyClose"))) {
			script.awaitStep("unsubscribed");
			await().atMost(1, MINUTES).until(() -> registry.get("howsmytrack.live.subscriptions").gauge().value() == 0);
			clock.advance(Duration.ofSeconds(61));
			script.proceed();
			script.awaitStep("closed");
			script.proceed();

			assertThat(script.<Object>result())
				.isEqualTo(Map.of("closeCode", 1000, "attempts", List.of(1, 2), "received", openForms(3)));
		}
	}

	private ClientScenario adaWith(String library) {
		return new ClientScenario(library, this.api.uri("/graphql"), "ada");
	}

	private void submitOne() {
		FeedbackScenario.submit(this.ada, FeedbackScenario.openForms(this.ada).getFirst(), "The kick hides the bass.")
			.succeeded("submitFeedbackResponse");
	}

}
