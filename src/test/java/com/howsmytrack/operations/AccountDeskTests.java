package com.howsmytrack.operations;

import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// An operator shuts somebody out.
@WholeApplication
class AccountDeskTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private Mailbox mailbox;

	private Browser operator;

	private Browser ada;

	@BeforeEach
	void anOperatorAndAMember() {
		this.operator = this.api.member("operator");
		this.database.update("UPDATE account SET operator = true");
		this.ada = this.api.member("ada");
	}

	private Answer run(String mutation, String email) {
		return this.operator.run("mutation { %s(email: \"%s\") { success error userErrors { code message argument } } }"
			.formatted(mutation, email));
	}

	@Test
	void endsTheSessionsOfWhoIsDisabledAndBeginsNoMore() {
		run("disableAccount", "ADA@example.com").succeeded("disableAccount");

		assertThat(this.ada.isSignedIn()).isFalse();
		assertThat(this.ada.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
		assertThat(this.api.stranger()
			.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"%s\") { payload } }"
				.formatted(Api.PASSWORD))
			.errorMessages()).as("like a wrong password").containsExactly("Please enter valid credentials");
		assertThat(this.operator.isSignedIn()).isTrue();
	}

	@Test
	void sendsThemNoWayBackIn() {
		run("disableAccount", "ada@example.com").succeeded("disableAccount");

		this.api.stranger()
			.run("mutation { requestPasswordReset(email: \"ada@example.com\") { success error } }")
			.succeeded("requestPasswordReset");

		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void letsThemInAgain() {
		run("disableAccount", "ada@example.com").succeeded("disableAccount");
		run("enableAccount", "ada@example.com").succeeded("enableAccount");

		assertThat(this.ada.isSignedIn()).as("sessions that ended stay ended").isFalse();
		assertThat(this.api.opens("ada@example.com", Api.PASSWORD)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "disableAccount", "enableAccount" })
	void saysWhenThereIsNobody(String mutation) {
		for (String email : new String[] { "nobody@example.com", "no address" }) {
			run(mutation, email).refused(mutation, "UNKNOWN_ACCOUNT", "There is no account for that email address.",
					"email");
		}
	}

}
