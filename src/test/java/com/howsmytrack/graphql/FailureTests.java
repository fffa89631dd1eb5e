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

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class FailureTests {

	private static final String SIGN_IN = "mutation($password: String!) "
			+ "{ tokenAuth(username: \"ada@example.com\", password: $password) { payload } }";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Test
	void giveOnlyAClassificationAndARequestId() {
		Answer answer = withoutAccounts(this.api.visitor(), SIGN_IN);

		assertThat(answer.response().statusCode()).isEqualTo(200);
		assertThat(answer.errorMessages()).hasSize(1);
		assertThat(answer.<Map<String, Object>>error("[0].extensions")).containsOnly(
				Map.entry("classification", "INTERNAL_ERROR"), Map.entry("code", "INTERNAL_ERROR"),
				Map.entry("requestId", requestId(answer)));
		answer.with("tokenAuth", null);
	}

	@Test
	void doNotRevealTheirCause() {
		assertThat(withoutAccounts(this.api.visitor(), SIGN_IN).response().body())
			.doesNotContain("account", "relation", "SELECT", "select", "Exception", "JDBC", "org.", "com.", "java.")
			.doesNotContain(Api.PASSWORD, "ada@");
	}

	@Test
	void areInTheLogUnderTheirRequestId(CapturedOutput log) {
		Answer answer = withoutAccounts(this.api.visitor(), SIGN_IN);

		assertThat(log.getAll().lines()).filteredOn((line) -> line.contains(" ERROR ["))
			.singleElement()
			.asString()
			.contains("[" + requestId(answer) + "]", "/tokenAuth failed");
		assertThat(log).contains("relation \"account\" does not exist").doesNotContain(Api.PASSWORD);
	}

	@Test
	void doNotAffectOtherFields() {
		Answer answer = withoutAccounts(this.api.member("ada"), "{ userDetails { username } feedbackGroups { id } }");

		assertThat(answer.errorMessages()).hasSize(1);
		answer.with("userDetails", null).with("feedbackGroups.length()", 0);
	}

	@Test
	void endWithTheirCause() {
		Browser ada = this.api.member("ada");

		withoutAccounts(ada, SIGN_IN);

		ada.run("{ userDetails { username } }").hasNoErrors().with("userDetails.username", "ada@example.com");
	}

	private Answer withoutAccounts(Browser browser, String document) {
		this.database.update("ALTER TABLE account RENAME TO account_hidden");
		try {
			return browser.run(document, document.contains("$password") ? Map.of("password", Api.PASSWORD) : Map.of());
		}
		finally {
			this.database.update("ALTER TABLE account_hidden RENAME TO account");
		}
	}

	private static String requestId(Answer answer) {
		return answer.response().headers().firstValue("X-Request-Id").orElseThrow();
	}

}
