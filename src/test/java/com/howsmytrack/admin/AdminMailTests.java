package com.howsmytrack.admin;

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

/// Operators find mails and queue given-up mails again.
@WholeApplication
class AdminMailTests {

	private static final String RETRY = "mutation { retryMail(mailId: \"%s\") { success error userErrors { code message argument } } }";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private Mailbox mailbox;

	private Browser operator;

	@BeforeEach
	void anOperatorAndAGivenUpMail() {
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
				{ outgoingMails(state: %s) { edges { node {
					id kind personId recipient state createdAt nextAttemptAt failures lastError finishedAt
				} } } }""".formatted(state)).hasNoErrors();
	}

	@Test
	void showsGivenUpMailsAndTheirErrors() {
		mails("GIVEN_UP").with("outgoingMails.edges[0].node.recipient", "ada@example.com")
			.with("outgoingMails.edges[0].node.kind", "email-changed")
			.with("outgoingMails.edges[0].node.failures", 11)
			.with("outgoingMails.edges[0].node.lastError", "421 not now")
			.with("outgoingMails.edges[0].node.nextAttemptAt", null)
			.with("outgoingMails.edges[0].node.finishedAt", "2026-03-01T10:00:00.000Z");
		mails("QUEUED").with("outgoingMails.edges.length()", 0);
	}

	@Test
	void queuesAGivenUpMailAgain() {
		this.operator.run(RETRY.formatted(1)).succeeded("retryMail");

		mails("QUEUED").with("outgoingMails.edges[0].node.nextAttemptAt", "2026-03-01T12:00:00.000Z")
			.with("outgoingMails.edges[0].node.finishedAt", null);
		assertThat(this.mailbox.deliver()).hasSize(1);
		mails("SENT").with("outgoingMails.edges[0].node.lastError", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4711", "x", "", "99999999999999999999", "-1" })
	void reportsAnUnknownMail(String id) {
		this.operator.run(RETRY.formatted(id))
			.hasUserError("retryMail", "UNKNOWN_MAIL", "There is no such mail, or it was not given up.", "mailId");
	}

	@Test
	void findsMailsByKindAddressAndMember() {
		this.database.update("UPDATE outgoing_mail SET account_id = 1 WHERE id = 1");

		assertThat(found("kind: \"email-changed\", recipient: \"ADA@example.com\", personId: \"1\"")).isOne();
		assertThat(found("kind: \"reminder\"")).isZero();
		assertThat(found("recipient: \"bo@example.com\"")).isZero();
		assertThat(found("recipient: \"\\u0000\"")).isZero();
		assertThat(found("personId: \"2\"")).isZero();
		assertThat(found("personId: \"x\"")).isZero();
	}

	private int found(String filter) {
		return this.operator.run("{ outgoingMails(%s) { edges { node { id } } } }".formatted(filter))
			.hasNoErrors()
			.number("outgoingMails.edges.length()");
	}

	@Test
	void queuesAllGivenUpMailsOfAKindAgain() {
		this.database
			.update("""
					INSERT INTO outgoing_mail (kind, recipient, state, created_at, due_at, failures, last_error, finished_at)
					VALUES ('reminder', 'bo@example.com', 'GIVEN_UP', now(), now(), 11, '421 not now', now()),
						('reminder', 'cy@example.com', 'SENT', now(), now(), 0, NULL, now())""");

		retryAll("(kind: \"reminder\", reason: \"The mail server is back.\")").with("retryMails.retried", 1);
		retryAll("(kind: \"reminder\")").with("retryMails.retried", 0);
		retryAll("").with("retryMails.retried", 1);

		mails("QUEUED").with("outgoingMails.edges.length()", 2);
		mails("SENT").with("outgoingMails.edges.length()", 1);
	}

	private Answer retryAll(String arguments) {
		return this.operator.run("mutation { retryMails%s { retried success error } }".formatted(arguments))
			.succeeded("retryMails");
	}

	@Test
	void retriesOnlyGivenUpMails() {
		this.operator.run(RETRY.formatted(1)).succeeded("retryMail");
		this.operator.run(RETRY.formatted(1))
			.hasUserError("retryMail", "UNKNOWN_MAIL", "There is no such mail, or it was not given up.", "mailId");
	}

}
