package com.howsmytrack.graphql.stream;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The protocol `graphql-sse` with distinct connections.
@StreamApplication
class EventStreamTests {

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	@AfterEach
	void allSubscriptionsHaveEnded() {
		this.ticks.awaitSubscribers(0);
	}

	@Test
	void sendsEachEventToTheMemberWhoSubscribed() throws IOException {
		Browser ada = this.api.member("ada");
		try (TestEventStream stream = TestEventStream.open(this.api, ada, "subscription { ticks { number member } }")) {
			this.ticks.awaitSubscribers(1);
			this.ticks.send(7);

			assertThat(stream.next()).isEqualTo("next {\"data\":{\"ticks\":{\"number\":7,\"member\":1}}}");
			this.ticks.send(8);
			assertThat(stream.next()).contains("\"number\":8");
		}
	}

	@Test
	void hasTheHeadersThatKeepProxiesFromBuffering() throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.api.member("ada"),
				"subscription { open { number } }")) {
			assertThat(stream.response().statusCode()).isEqualTo(200);
			assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
				.startsWith("text/event-stream");
			assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(stream.response().headers().firstValue("X-Accel-Buffering")).hasValue("no");
			assertThat(stream.response().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		}
	}

	@Test
	void sendsHeartbeats() throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.api.member("ada"),
				"subscription { open { number } }")) {
			stream.heartbeat();
			stream.heartbeat();
			stream.heartbeat();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ userDetails { username } }", "mutation { signOutEverywhere { success } }" })
	void carriesSubscriptionsOnly(String document) throws IOException {
		Browser ada = this.api.member("ada");
		try (TestEventStream stream = TestEventStream.open(this.api, ada, document)) {
			assertThat(stream.next()).startsWith("next ").contains("\"code\":\"ONLY_SUBSCRIPTIONS\"", "requestId");
			assertThat(stream.next()).startsWith("complete");
			assertThat(stream.next()).isNull();
		}
		assertThat(ada.isSignedIn()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "subscription { unknown }", "subscription {", " " })
	void reportsAnInvalidDocumentAsAnEvent(String document) throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.api.member("ada"), document)) {
			assertThat(stream.response().statusCode()).isEqualTo(200);
			assertThat(stream.next()).startsWith("next {\"errors\"").contains("requestId");
			assertThat(stream.next()).startsWith("complete");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "subscription { ticks { number } }", "subscription { open { number } }", "nonsense" })
	void isNotOpenedForAVisitor(String document) {
		HttpResponse<String> response = this.api.visitor()
			.post("/graphql", "application/json", Api.JSON.writeValueAsString(Map.of("query", document)), "Accept",
					"text/event-stream");

		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("\"code\":\"NOT_LOGGED_IN\"", "requestId");
	}

	/// The text and the variables are kept while the subscription is open, also variables
	/// that the document does not declare.
	@Test
	void isNotOpenedForALargeBody() {
		HttpResponse<String> response = this.api.member("ada")
			.post("/graphql", "application/json",
					Api.JSON.writeValueAsString(Map.of("query", "subscription { open { number } }", "variables",
							Map.of("undeclared", Collections.nCopies(5_000, Map.of())))),
					"Accept", "text/event-stream");

		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("\"code\":\"REQUEST_TOO_LARGE\"", "8192 bytes");
	}

	@Test
	void reportsADocumentThatIsNotRegistered() throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.api.member("ada"),
				Map.of("documentId", "sha256:" + "0".repeat(64)))) {
			assertThat(stream.next()).contains("\"code\":\"DOCUMENT_NOT_REGISTERED\"");
		}
	}

	@Test
	void reportsADefectWithoutItsMessage() throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.api.member("ada"),
				"subscription { broken }")) {
			assertThat(stream.next()).contains("one");
			assertThat(stream.next()).startsWith("next ").contains("INTERNAL_ERROR").doesNotContain("secret");
			assertThat(stream.next()).startsWith("complete");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{}", "null" })
	void rejectsABodyThatIsNoRequest(String body) {
		assertThat(this.api.member("ada")
			.post("/graphql", "application/json", body, "Accept", "text/event-stream")
			.statusCode()).isEqualTo(400);
	}

	/// Such a client prefers JSON, as for its queries.
	@Test
	void isNotUsedIfTheClientPrefersJson() {
		assertThat(this.api.visitor()
			.post("/graphql", "application/json", "{\"query\":\"{ userDetails { username } }\"}", "Accept",
					"application/json, text/event-stream")
			.body()).isEqualTo("{\"data\":{\"userDetails\":null}}");
	}

	@Test
	void endsItsSubscriptionWhenTheClientDisconnects() throws IOException {
		try (TestEventStream _ = TestEventStream.open(this.api, this.api.member("ada"),
				"subscription { open { number } }")) {
			this.ticks.awaitSubscribers(1);
		}
		// Noticed at a heartbeat.
		this.ticks.awaitSubscribers(0);
	}

}
