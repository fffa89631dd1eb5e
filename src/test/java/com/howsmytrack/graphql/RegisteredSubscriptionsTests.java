package com.howsmytrack.graphql;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import com.howsmytrack.account.session.SessionScenario;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.TestEventStream;
import com.howsmytrack.testing.TestSocket;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static com.howsmytrack.graphql.Named.asDocumentId;
import static com.howsmytrack.graphql.Named.asPersistedQuery;
import static org.assertj.core.api.Assertions.assertThat;

/// Streams of a server that allows only registered documents.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.graphql.registered-documents-only=true")
class RegisteredSubscriptionsTests {

	private static final String REGISTERED = Named.text("NotificationsChanged");

	private static final String NOT_REGISTERED = "subscription { notificationsChanged { openForms } }";

	private static final String COUNTS = "{\"notificationsChanged\":{\"openForms\":0,\"unreadReplies\":0}}";

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	private Browser ada;

	@BeforeEach
	void createAda() {
		this.ada = this.sessions.member("ada@example.com");
	}

	static Stream<Map<String, ?>> registered() {
		return Stream.of(asDocumentId(REGISTERED, Map.of()), asPersistedQuery(REGISTERED, Map.of()),
				Map.of("query", REGISTERED));
	}

	static Stream<Map<String, ?>> notRegistered() {
		return Stream.of(asDocumentId(NOT_REGISTERED, Map.of()), asPersistedQuery(NOT_REGISTERED, Map.of()),
				Map.of("query", NOT_REGISTERED), Map.of("query", REGISTERED + "\n"));
	}

	@ParameterizedTest
	@MethodSource("registered")
	void areOpenedOnAWebSocket(Map<String, ?> request) {
		try (TestSocket socket = TestSocket.connect(this.api, this.ada)) {
			socket.subscribe("a", request);

			assertThat(socket.next()).contains("\"type\":\"next\"", COUNTS);
		}
	}

	@ParameterizedTest
	@MethodSource("registered")
	void areOpenedWithServerSentEvents(Map<String, ?> request) throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.ada, request)) {
			assertThat(stream.next()).startsWith("next ").contains(COUNTS);
		}
	}

	@ParameterizedTest
	@MethodSource("notRegistered")
	void areTheOnlyOnesOnAWebSocket(Map<String, ?> request) {
		try (TestSocket socket = TestSocket.connect(this.api, this.ada)) {
			socket.subscribe("a", request);

			assertThat(socket.next()).contains("\"type\":\"error\"", "\"code\":\"DOCUMENT_NOT_REGISTERED\"");
		}
	}

	@ParameterizedTest
	@MethodSource("notRegistered")
	void areTheOnlyOnesWithServerSentEvents(Map<String, ?> request) throws IOException {
		try (TestEventStream stream = TestEventStream.open(this.api, this.ada, request)) {
			assertThat(stream.next()).startsWith("next ").contains("\"code\":\"DOCUMENT_NOT_REGISTERED\"");
			assertThat(stream.next()).startsWith("complete");
		}
	}

}
