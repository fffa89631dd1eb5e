package com.howsmytrack.graphql;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.howsmytrack.account.session.SessionScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestSocket;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.context.TestPropertySource;

import static com.howsmytrack.graphql.Named.asPersistedQuery;
import static org.assertj.core.api.Assertions.assertThat;

/// The documents of the web client, sent by their ids to a server that executes registered documents only.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.graphql.registered-documents-only=true")
class RegisteredClientTests {

	private static final Pattern WITHOUT_VARIABLES = Pattern.compile("query \\w+ \\{.*", Pattern.DOTALL);

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	@Autowired
	private Database database;

	private Browser operator;

	@BeforeEach
	void createAnOperator() {
		this.operator = this.sessions.member("operator@example.com");
		this.database.update("UPDATE account SET operator = true");
	}

	private static Stream<RegisteredDocument> documents(Predicate<String> condition) {
		return ClientDocuments
			.read(new DefaultResourceLoader().getResource(ClientDocuments.LOCATION), JsonMapper.shared())
			.stream()
			.filter((document) -> condition.test(document.text()));
	}

	@Test
	void areWrittenByTheBuildOfTheClient() {
		assertThat(new ClassPathResource("client/documents.json").exists())
			.as("`./mvnw generate-resources` builds the client")
			.isTrue();
	}

	@TestFactory
	Stream<DynamicTest> areAllRegistered() {
		return documents((text) -> !text.startsWith("subscription"))
			.map((document) -> DynamicTest.dynamicTest(document.text(), () -> {
				Answer answer = send(this.api.visitor(), document.text());

				assertThat(answer.response().body()).doesNotContain("DOCUMENT_NOT_REGISTERED");
			}));
	}

	@TestFactory
	Stream<DynamicTest> areExecutedByTheirIds() {
		return documents(WITHOUT_VARIABLES.asMatchPredicate()).map((document) -> DynamicTest
			.dynamicTest(document.text(), () -> send(this.operator, document.text()).hasNoErrors()));
	}

	/// As `graphql-ws` sends them: with an empty text.
	@TestFactory
	Stream<DynamicTest> areOpenedOnAWebSocket() {
		return documents((text) -> text.startsWith("subscription"))
			.map((document) -> DynamicTest.dynamicTest(document.text(), () -> {
				Map<String, Object> request = asPersistedQuery(document.text(), Map.of());
				request.put("query", "");
				try (TestSocket socket = TestSocket.connect(this.api, this.operator)) {
					socket.subscribe("a", request);

					assertThat(socket.next()).contains("\"type\":\"next\"");
				}
			}));
	}

	@Test
	void areTheOnlyOnesBesideThoseOfTheServer() {
		Answer answer = send(this.operator, "query Viewer { userDetails { username } }");

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("DOCUMENT_NOT_REGISTERED");
	}

	private static Answer send(Browser browser, String text) {
		return new Answer(browser.post("/graphql", "application/json",
				JsonMapper.shared().writeValueAsString(asPersistedQuery(text, Map.of()))));
	}

}
