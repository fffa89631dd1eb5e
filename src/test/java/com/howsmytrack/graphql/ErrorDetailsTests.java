package com.howsmytrack.graphql;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The details that every GraphQL error has, whichever component created it.
@WholeApplication
class ErrorDetailsTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ nothing }                                                          | VALIDATION_ERROR | ValidationError
			{                                                                    | INVALID_SYNTAX   | InvalidSyntax
			mutation { verifyToken { payload } }                                 | NO_SESSION       | UNAUTHORIZED
			mutation { tokenAuth(username: "a", password: "b") { payload } }     | INVALID_CREDENTIALS | UNAUTHORIZED
			{ jobRuns { pageInfo { hasNextPage } } }                             | NOT_LOGGED_IN    | UNAUTHORIZED
			""")
	void haveACodeAClassificationAndTheRequestId(String document, String code, String classification) {
		Answer answer = this.api.visitor().run(document);

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo(code);
		assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo(classification);
		assertThat(answer.<String>error("[0].extensions.requestId"))
			.isEqualTo(answer.response().headers().firstValue("X-Request-Id").orElseThrow());
	}

	@Test
	void repeatLittleOfTheDocument() {
		String endless = "a".repeat(5_000);
		for (String document : new String[] { "{ " + endless + " }", "{ a(b: \"" + endless + "\") }", endless,
				"query($x: " + endless + ") { userDetails { username } }" }) {
			Answer answer = this.api.visitor().run(document);

			assertThat(answer.errorMessages()).isNotEmpty()
				.allSatisfy((message) -> assertThat(message).hasSizeLessThan(140).doesNotContain("a".repeat(101)));
		}
	}

}
