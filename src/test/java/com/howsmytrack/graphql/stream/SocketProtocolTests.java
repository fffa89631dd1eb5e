package com.howsmytrack.graphql.stream;

import java.net.http.WebSocketHandshakeException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletionException;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestSocket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The protocol `graphql-transport-ws`, also for clients that do not follow it.
@StreamApplication
class SocketProtocolTests {

	private static final String INIT = "{\"type\":\"connection_init\"}";

	@Autowired
	private Api api;

	@Autowired
	private Ticks ticks;

	@AfterEach
	void allSubscriptionsHaveEnded() {
		this.ticks.awaitSubscribers(0);
	}

	@Test
	void sendsEachEventToTheMemberWhoSubscribed() {
		Browser ada = this.api.member("ada");
		try (TestSocket socket = TestSocket.connect(this.api, ada)) {
			socket.subscribe("a", "subscription { ticks { number member } }");
			this.ticks.awaitSubscribers(1);
			this.ticks.send(7);

			assertThat(socket.next()).isEqualTo(
					"{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"number\":7,\"member\":1}}}}");
			this.ticks.send(8);
			assertThat(socket.<Integer>next("payload.data.ticks.number")).isEqualTo(8);
		}
	}

	@Test
	void endsASubscriptionThatTheClientCompletes() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { open { number } }");
			this.ticks.awaitSubscribers(1);
			socket.send("{\"id\":\"a\",\"type\":\"complete\"}");

			this.ticks.awaitSubscribers(0);
			socket.subscribe("a", "subscription { open { number } }");
			this.ticks.awaitSubscribers(1);
			assertThat(socket.isOpen()).isTrue();
		}
	}

	@Test
	void answersPings() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.send("{\"type\":\"ping\",\"payload\":{\"sent\":1}}");

			assertThat(socket.next()).isEqualTo("{\"type\":\"pong\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "nonsense", "[]", "1", "null", "{}", "{\"type\":1}", "{\"type\":\"unknown\"}",
			"{\"type\":\"next\",\"id\":\"a\",\"payload\":{}}", "{\"type\":\"ping\",\"payload\":1}",
			"{\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { open { number } }\"}}",
			"{\"type\":\"subscribe\",\"id\":\"a\"}", "{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":[]}",
			"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{}}",
			"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":1}}",
			"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\" \"}}",
			"{\"type\":\"subscribe\",\"id\":{},\"payload\":{\"query\":\"subscription { open { number } }\"}}",
			"{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\"{ x }\",\"variables\":[]}}",
			"{\"type\":\"complete\"}" })
	void closesAfterAMalformedMessage(String message) {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.send(message);

			assertThat(socket.closeCode()).isEqualTo(4400);
		}
	}

	@Test
	void closesAfterABinaryMessage() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.sendBinary(new byte[] { 1, 2, 3 });

			assertThat(socket.closeCode()).isEqualTo(4400);
		}
	}

	@Test
	void closesIfTheClientSubscribesBeforeItsInitialization() {
		try (TestSocket socket = TestSocket.open(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { open { number } }");

			assertThat(socket.closeCode()).isEqualTo(4401);
		}
	}

	@Test
	void closesAfterASecondInitialization() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.send(INIT);

			assertThat(socket.closeCode()).isEqualTo(4429);
		}
	}

	@Test
	void closesIfTheClientDoesNotInitialize() {
		try (TestSocket socket = TestSocket.open(this.api, this.api.member("ada"))) {
			assertThat(socket.closeCode()).isEqualTo(4408);
		}
	}

	@Test
	void closesAfterASecondSubscriptionWithTheSameId() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { open { number } }");
			this.ticks.awaitSubscribers(1);
			socket.subscribe("a", "subscription { open { number } }");

			assertThat(socket.closeCode()).isEqualTo(4409);
		}
	}

	@Test
	void acceptsMessagesInParts() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { open { number } }" + " ".repeat(5_000));

			this.ticks.awaitSubscribers(1);
		}
	}

	/// A client could otherwise fill the memory before it is known.
	@Test
	void closesAfterAnInitializationOfAMegabyte() {
		try (TestSocket socket = TestSocket.open(this.api, this.api.member("ada"))) {
			socket.send("{\"type\":\"connection_init\",\"payload\":{\"text\":\"" + "x".repeat(1_000_000) + "\"}}");

			assertThat(socket.closeCode()).isEqualTo(1009);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ userDetails { username } }", "mutation { signOutEverywhere { success } }" })
	void carriesSubscriptionsOnly(String document) {
		Browser ada = this.api.member("ada");
		try (TestSocket socket = TestSocket.connect(this.api, ada)) {
			socket.subscribe("a", document);

			String error = socket.next();
			assertThat(error).contains("\"id\":\"a\",\"type\":\"error\"", "\"code\":\"ONLY_SUBSCRIPTIONS\"",
					"requestId");
			assertThat(ada.isSignedIn()).isTrue();
			socket.send("{\"type\":\"ping\"}");
			assertThat(socket.<String>next("type")).as("no complete after an error").isEqualTo("pong");
		}
	}

	@Test
	void isNotOpenedForAVisitor() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> TestSocket.open(this.api, this.api.visitor()))
			.havingCause()
			.asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
			.extracting((rejected) -> rejected.getResponse().statusCode())
			.isEqualTo(401);
	}

	/// The text and the variables are kept while the subscription is open, also variables
	/// that the document does not declare.
	@Test
	void closesAfterASubscriptionWithLargeVariables() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", Map.of("query", "subscription { open { number } }", "variables",
					Map.of("undeclared", Collections.nCopies(5_000, Map.of()))));

			assertThat(socket.closeCode()).isEqualTo(1009);
		}
	}

	/// The limit applies to bytes. Each of these characters has three.
	@Test
	void closesAfterALargeMessageWithFewCharacters() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.send("{\"type\":\"ping\",\"payload\":{\"text\":\"" + "\u20ac".repeat(3_000) + "\"}}");

			assertThat(socket.closeCode()).isEqualTo(1009);
		}
	}

	@Test
	void closesIfTheClientDoesNotCompleteAMessage() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada")).ignoreHeartbeats()) {
			socket.sendPart("{");

			assertThat(socket.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void closesAfterVeryManyPartsOfAMessage() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada")).ignoreHeartbeats()) {
			for (int number = 0; socket.isOpen() && number < 1_000_000; number++) {
				try {
					socket.sendPart("");
				}
				catch (CompletionException closed) {
					break;
				}
			}

			assertThat(socket.closeCode()).isEqualTo(1008);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "subscription { unknown }", "subscription {",
			"subscription { open { number } ticks { number } }" })
	void reportsAnInvalidDocument(String document) {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", document);

			assertThat(socket.next()).contains("\"id\":\"a\",\"type\":\"error\"", "requestId");
		}
	}

	@Test
	void reportsADocumentOverTheLimits() {
		String aliases = "open { " + "n: number ".repeat(600) + "}";
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { " + aliases + " }");

			assertThat(socket.next()).contains("\"type\":\"error\"", "\"code\":\"LIMIT_EXCEEDED\"");
		}
	}

	@Test
	void reportsADocumentThatIsNotRegistered() {
		String hash = "0".repeat(64);
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", Map.of("documentId", "sha256:" + hash));
			assertThat(socket.next()).contains("\"type\":\"error\"", "\"code\":\"DOCUMENT_NOT_REGISTERED\"");

			socket.subscribe("b",
					Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))));
			assertThat(socket.next()).contains("\"type\":\"error\"", "\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
		}
	}

	@Test
	void reportsADefectWithoutItsMessage() {
		try (TestSocket socket = TestSocket.connect(this.api, this.api.member("ada"))) {
			socket.subscribe("a", "subscription { broken }");

			assertThat(socket.<String>next("payload.data.broken")).isEqualTo("one");
			assertThat(socket.next()).contains("\"type\":\"error\"", "INTERNAL_ERROR").doesNotContain("secret");
		}
	}

}
