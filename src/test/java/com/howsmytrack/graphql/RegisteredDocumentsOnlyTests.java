package com.howsmytrack.graphql;

import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static com.howsmytrack.graphql.Named.asDocumentId;
import static com.howsmytrack.graphql.Named.asPersistedQuery;
import static org.assertj.core.api.Assertions.assertThat;

/// A server that allows only registered documents, which production can be configured to do.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.graphql.registered-documents-only=true")
class RegisteredDocumentsOnlyTests {

	@Autowired
	private Api api;

	private static Answer send(Browser browser, Map<String, ?> body) {
		return new Answer(browser.post("/graphql/", "application/json", JsonMapper.shared().writeValueAsString(body)));
	}

	@Test
	void areEnoughForAMember() {
		Browser ada = this.api.visitor();
		Map<String, String> account = Map.of("email", "ada@example.com", "password", Api.PASSWORD, "passwordRepeat",
				Api.PASSWORD);

		send(ada, asDocumentId(Named.text("RegisterUser"), account)).succeeded("registerUser");
		send(ada, asPersistedQuery(Named.text("TokenAuth"),
				Map.of("username", "ada@example.com", "password", Api.PASSWORD)))
			.hasNoErrors();
		ada.run(Named.text("UserDetails")).hasNoErrors().with("userDetails.username", "ada@example.com");
	}

	@Test
	void canBeSentWithTheirHash() {
		Map<String, Object> request = asPersistedQuery(Named.text("UserDetails"), Map.of());
		request.put("query", Named.text("UserDetails"));

		send(this.api.visitor(), request).hasNoErrors().with("userDetails", null);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{ userDetails { username } }", "{ __schema { types { name } } }", "{ nothing }", "{", "" })
	void areTheOnlyOnesThatAreParsed(String document) {
		List<String> statements = Statements.of(() -> {
			assertRejected(this.api.visitor().run(document));
			return document;
		});

		assertThat(statements).isEmpty();
	}

	@Test
	void areComparedByteByByte() {
		assertRejected(this.api.visitor().run(Named.text("UserDetails") + "\n"));
	}

	/// Because the server would reject the text as well.
	@Test
	void areNotRequestedIfUnknown() {
		String unknown = "{ userDetails { username } }";
		Map<String, Object> withText = asPersistedQuery(unknown, Map.of());
		withText.put("query", unknown);

		assertRejected(send(this.api.visitor(), asPersistedQuery(unknown, Map.of())));
		assertRejected(send(this.api.visitor(), asDocumentId(unknown, Map.of())));
		assertRejected(send(this.api.visitor(), withText));
	}

	private static void assertRejected(Answer answer) {
		assertThat(answer.errorMessages()).containsExactly("This document is not registered.");
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("DOCUMENT_NOT_REGISTERED");
		assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("BAD_REQUEST");
	}

}
