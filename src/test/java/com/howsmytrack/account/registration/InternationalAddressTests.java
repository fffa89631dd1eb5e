package com.howsmytrack.account.registration;

import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Addresses with an international domain, and addresses with white space around them.
@WholeApplication
class InternationalAddressTests {

	private static final String TYPED = "Post@Müller.example";

	private static final String ASCII = "Post@xn--mller-kva.example";

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@ParameterizedTest
	@ValueSource(strings = { TYPED, ASCII, "post@MÜLLER.example", " \u200Bpost@xn--MLLER-kva.example\u00A0\n" })
	void signsInToTheSameAccount(String spelling) {
		this.accounts.register(" " + TYPED + "\u200B").succeeded("registerUser");

		this.api.visitor().signIn(spelling).run("{ userDetails { username } }").with("userDetails.username", TYPED);
		assertThat(this.database.count("account WHERE email = '" + ASCII + "'")).isEqualTo(1);
		this.accounts.register(spelling)
			.hasUserError("registerUser", "EMAIL_TAKEN", "An account for that email address already exists.", "email");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@pаypal.example", "ada@mü..example", "ada@\u202Emü.example", "ada@xn--a.example" })
	void rejectsAHostileDomain(String email) {
		this.accounts.register(email)
			.hasUserError("registerUser", "INVALID_EMAIL", "Please provide a valid email address.", "email");
	}

	@Test
	void sendsMailsToTheAsciiForm() {
		this.accounts.register(TYPED).succeeded("registerUser");

		this.accounts.requestPasswordReset(" post@müller.example ").succeeded("requestPasswordReset");

		List<ReceivedMail> mails = this.mailbox.deliver();
		assertThat(mails).extracting(ReceivedMail::to).containsOnly(ASCII);
		assertThat(mails.getLast().text()).startsWith("Hi Post@müller.example,");
		assertThat(mails.getLast().header("To")).isEqualTo(ASCII);
	}

	@Test
	void resetsThePasswordOnThePage() {
		this.accounts.register(TYPED).succeeded("registerUser");
		WebVisitor visitor = new WebVisitor(this.api);

		visitor.fillIn("/accounts/password_reset/", Map.of("email", "\u00A0post@müller.example "));

		assertThat(this.accounts.resetLink(ASCII)).startsWith("/accounts/reset/");
	}

	@Test
	void changesToAnotherSpelling() {
		this.accounts.register("ada@example.com").succeeded("registerUser");
		Browser ada = this.api.visitor().signIn("ada@example.com");

		AccountScenario.updateEmail(ada, " " + TYPED).succeeded("updateEmail");
		ada.run("{ userDetails { username } }").with("userDetails.username", TYPED);
		AccountScenario.updateEmail(ada, "post@MÜLLER.example").succeeded("updateEmail");
		ada.run("{ userDetails { username } }").with("userDetails.username", "post@MÜLLER.example");

		ada.run("{ exportMyData }")
			.with("exportMyData.account.emailAddress", "post@MÜLLER.example")
			.with("exportMyData.account.emailAddressForSending", "post@xn--mller-kva.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "post@mü", "post@müller.example", "post@xn--mller", "POST@Müller.ex" })
	void isFoundByOperators(String beginning) {
		this.accounts.register(TYPED).succeeded("registerUser");
		AdminApi operator = AdminApi.open(this.api, this.database);

		operator.run("{ people(emailStartsWith: \"%s\") { edges { node { email } } } }".formatted(beginning))
			.with("people.edges[*].node.email", List.of(TYPED));
		operator.run("{ personDetails(email: \" post@müller.example\") { person { email } } }")
			.with("personDetails.person.email", TYPED);
	}

}
