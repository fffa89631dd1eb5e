package com.howsmytrack.mail;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.page.WebVisitor;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.howsmytrack.mail.FaultyMailServer.PASS;
import static org.assertj.core.api.Assertions.assertThat;

/// The mail server refuses the recipient of several mails in a row.
@WholeApplication
class RefusedRecipientTests {

	private static final String REFUSED = "550 5.1.1 No such person here";

	@Autowired
	private Api api;

	@Autowired
	private MailScenario mails;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	private Browser ada;

	@BeforeEach
	void createAda() {
		this.ada = this.api.member("ada");
	}

	private void send(String answer) {
		this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		this.mails.sendThrough(refusing(answer));
	}

	private static Function<String, String> refusing(String answer) {
		return (line) -> line.startsWith("RCPT TO:<ada") ? answer : PASS;
	}

	private void refuse(int times) {
		for (int time = 0; time < times; time++) {
			send(REFUSED);
		}
	}

	private Object isMarked() {
		return this.ada.run("{ userDetails { emailRefused } }").at("userDetails.emailRefused");
	}

	@Test
	void marksTheAddressAtTheThirdMail() {
		refuse(2);
		assertThat(isMarked()).isEqualTo(false);

		refuse(1);
		assertThat(isMarked()).isEqualTo(true);
		AdminApi operator = AdminApi.open(this.api, this.database);
		operator.run("{ people(emailRefused: true) { edges { node { email emailRefused } } } }")
			.with("people.edges[*].node.email", List.of("ada@example.com"));
		operator.run("{ outgoingMails(recipientRefused: true) { edges { node { recipientRefused state } } } }")
			.with("outgoingMails.edges[*].node.recipientRefused", List.of(true, true, true));
	}

	/// Three mails, not three attempts of one.
	@Test
	void countsAMailOnceIfItIsRetried() {
		send(REFUSED);
		for (int retry = 0; retry < 3; retry++) {
			this.database.update("UPDATE outgoing_mail SET state = 'QUEUED', finished_at = NULL, failures = 0");
			this.mails.sendThrough(refusing(REFUSED));
		}

		assertThat(this.database.count("account WHERE email_refusals = 1")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "450 4.2.1 Mailbox busy", "550 5.7.1 Relaying denied", "530 5.7.0 Authentication required" })
	void doesNotCountOtherAnswers(String answer) {
		for (int time = 0; time < 3; time++) {
			send(answer);
		}

		assertThat(this.database.count("account WHERE email_refusals > 0")).isZero();
	}

	@Test
	void startsAgainAfterAnAcceptedMail() {
		refuse(2);
		send(PASS);
		refuse(2);

		assertThat(isMarked()).isEqualTo(false);
	}

	@Test
	void endsTheMarkWithAnAcceptedMail() {
		refuse(3);
		send(PASS);

		assertThat(isMarked()).isEqualTo(false);
	}

	@Test
	void endsTheMarkWithANewAddress() {
		refuse(3);
		AccountScenario.updateEmail(this.ada, "ADA@example.com").succeeded("updateEmail");
		assertThat(isMarked()).as("the same address in another case").isEqualTo(true);

		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");

		assertThat(isMarked()).isEqualTo(false);
	}

	/// The mail may arrive by another way, for example after an operator has forwarded
	/// it.
	@Test
	void endsTheMarkWithAVerificationOfTheAddress() {
		refuse(3);
		this.mails.sendThrough((_) -> PASS);
		AccountScenario.requestEmailVerification(this.ada).succeeded("requestEmailVerification");
		String link = this.accounts.verificationLink("ada@example.com");
		this.database.update("UPDATE account SET email_refusals = 3, email_refused_at = now()");

		new WebVisitor(this.api).fillIn(link, Map.of());

		assertThat(isMarked()).isEqualTo(false);
	}

	@Test
	void sendsOnlyMailsThatSomebodyAskedFor() {
		refuse(3);
		Browser bo = this.api.member("bo");
		FeedbackScenario.requestWithMail(this.ada, "ada", Genre.JAZZ);
		FeedbackScenario.requestWithMail(bo, "bo", Genre.JAZZ);
		this.scenario.assignGroups();
		assertThat(this.mailbox.recipientsOf("your new feedback group")).containsExactly("bo@example.com");

		this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		assertThat(this.mailbox.recipientsOf("reset your password")).containsExactly("ada@example.com");
	}

	@Test
	void tellsTheOwnerWithANewRequest() {
		refuse(3);

		this.ada.run("mutation { createFeedbackRequest(genre: \"JAZZ\") { success notice } }")
			.with("createFeedbackRequest.success", true)
			.with("createFeedbackRequest.notice",
					"No mail about this request will come: the mail server of your address has refused our last mails. "
							+ "Check the address in the settings, or change it.");
	}

	@Test
	void ignoresAFormerAddress() {
		this.accounts.requestPasswordReset("ada@example.com").succeeded("requestPasswordReset");
		AccountScenario.updateEmail(this.ada, "ada@new.example.com").succeeded("updateEmail");
		this.mails.sendThrough((line) -> line.startsWith("RCPT TO:<ada@example.com>") ? REFUSED : PASS);

		assertThat(this.database.count("account WHERE email_refusals > 0")).isZero();
	}

}
