package com.howsmytrack.graphql;

import java.util.Map;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// What is our fault: the log knows all, the client an id to ask about.
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class FailureTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Test
	void tellsTheClientAnIdThatTheLogHasAndNothingElse(CapturedOutput output) {
		Browser ada = this.api.member("ada");
		this.database.update("ALTER TABLE feedback_response RENAME TO feedback_response_hidden");
		try {
			Answer answer = ada.run("{ userDetails { notifications } }");

			String requestId = answer.response().headers().firstValue("X-Request-Id").orElseThrow();
			assertThat(answer.response().statusCode()).isEqualTo(200);
			answer.with("userDetails", null);
			assertThat(answer.<Map<String, String>>error("[0].extensions")).isEqualTo(
					Map.of("classification", "INTERNAL_ERROR", "code", "INTERNAL_ERROR", "requestId", requestId));
			assertThat(answer.errorMessages()).containsExactly(
					"Something went wrong on our side. Please try again, and tell us the request id if it goes on.");
			assertThat(answer.response().body()).doesNotContain("feedback_response", "SQL", "Exception");
			assertThat(output.getOut().lines().filter((line) -> line.contains("/userDetails failed"))).singleElement()
				.asString()
				.contains("[" + requestId + "]");
		}
		finally {
			this.database.update("ALTER TABLE feedback_response_hidden RENAME TO feedback_response");
		}
	}

	@Test
	void writesNoAddressIntoTheLogWhenTwoWantTheSame(CapturedOutput output) {
		this.api.member("ada");
		this.api.stranger()
			.run("mutation { registerUser(email: \"ADA@example.com\", password: \"x\", passwordRepeat: \"x\") { error } }")
			.hasNoErrors();

		assertThat(output).doesNotContainIgnoringCase("ada@example.com");
	}

}
