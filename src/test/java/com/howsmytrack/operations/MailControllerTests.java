package com.howsmytrack.operations;

import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// What an operator sees of letters, and does about them.
@WholeApplication
class MailControllerTests {

	private static final String RETRY = "mutation { retryMail(mailId: \"%s\") { success error userErrors { code message argument } } }";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private Mailbox mailbox;

	private Browser operator;

	@BeforeEach
	void anOperatorAndALetterThatWasGivenUp() {
		this.operator = this.api.member("operator");
		this.database.update("UPDATE account SET operator = true");
		this.database
			.update("""
					INSERT INTO outgoing_mail (kind, recipient, facts, state, created_at, due_at, failures, last_error, finished_at)
					VALUES ('email-changed', 'ada@example.com', '{"oldAddress": true}', 'GIVEN_UP', '2026-02-28T10:00Z',
						'2026-03-01T10:00Z', 11, '421 not now', '2026-03-01T10:00Z')""");
	}

	private Answer mails(String state) {
		return this.operator.run("""
				{ outgoingMails(state: %s) {
					id kind recipient state createdAt nextAttemptAt failures lastError finishedAt
				} }""".formatted(state)).hasNoErrors();
	}

	@Test
	void showsWhatWasGivenUpAndWhy() {
		mails("GIVEN_UP").with("outgoingMails[0].recipient", "ada@example.com")
			.with("outgoingMails[0].kind", "email-changed")
			.with("outgoingMails[0].failures", 11)
			.with("outgoingMails[0].lastError", "421 not now")
			.with("outgoingMails[0].nextAttemptAt", null)
			.with("outgoingMails[0].finishedAt", "2026-03-01T10:00:00.000Z");
		mails("QUEUED").with("outgoingMails.length()", 0);
	}

	@Test
	void queuesItAnew() {
		this.operator.run(RETRY.formatted(1)).succeeded("retryMail");

		mails("QUEUED").with("outgoingMails[0].nextAttemptAt", "2026-03-01T12:00:00.000Z")
			.with("outgoingMails[0].finishedAt", null);
		assertThat(this.mailbox.deliver()).hasSize(1);
		mails("SENT").with("outgoingMails[0].lastError", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4711", "x", "", "99999999999999999999", "-1" })
	void retriesNothingThatIsNotThere(String id) {
		this.operator.run(RETRY.formatted(id))
			.refused("retryMail", "UNKNOWN_MAIL", "There is no such mail, or it was not given up.", "mailId");
	}

	@Test
	void retriesNothingThatWasNotGivenUp() {
		this.operator.run(RETRY.formatted(1)).succeeded("retryMail");
		this.operator.run(RETRY.formatted(1))
			.refused("retryMail", "UNKNOWN_MAIL", "There is no such mail, or it was not given up.", "mailId");
	}

}
