package com.howsmytrack.mail;

import java.time.Duration;
import java.util.Map;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// How long mails are kept.
@WholeApplication
class MailRetentionTests {

	@Autowired
	private MailScenario mails;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MailTemplates templates;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Test
	void storesTheAccountOfAMailThatIsGivenUp() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "VALUES ('ada@example.com', '', '2026-03-01')");
		this.transactions.executeWithoutResult((_) -> this.outbox
			.add(new Mail(this.templates.kind("password-reset"), null, "ada@example.com", Map.of())));
		this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> {
			throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
		})).sendDue();
		assertThat(this.database.count("outgoing_mail WHERE state = 'GIVEN_UP'")).isEqualTo(1);

		this.database.update("DELETE FROM account");

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	/// The address of a deleted account must not stay.
	@Test
	void deletesAMailWhoseAccountIsDeletedWhileItIsSent() {
		for (boolean accepted : new boolean[] { true, false }) {
			this.database.update("INSERT INTO account (email, password_hash, created_at) "
					+ "VALUES ('ada@example.com', '', '2026-03-01')");
			this.transactions.executeWithoutResult((_) -> this.outbox
				.add(new Mail(this.templates.kind("password-reset"), null, "ada@example.com", Map.of())));

			this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> {
				this.database.update("DELETE FROM account");
				if (!accepted) {
					throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
				}
			})).sendDue();

			assertThat(this.database.count("outgoing_mail")).isZero();
		}
	}

	@Test
	void deletesGivenUpMailsAfterAMonth() {
		this.mails.queue("ada");
		this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> {
			throw new MailTransport.PermanentFailureException("no such mailbox", new MessagingException());
		})).sendDue();
		this.clock.advance(Duration.ofDays(30).plusSeconds(1));

		this.mails.dispatcher(MailScenario.to(Mailbox.port())).deleteOld();

		assertThat(this.database.count("outgoing_mail")).isZero();
	}

	@Test
	void deletesSentMailsAfterAMonth() {
		this.mails.queue("ada");
		this.mailbox.deliver();
		this.clock.advance(Duration.ofDays(30));
		MailDispatcher dispatcher = this.mails.dispatcher(MailScenario.to(Mailbox.port()));

		dispatcher.deleteOld();
		assertThat(this.database.count("outgoing_mail")).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		dispatcher.deleteOld();
		assertThat(this.database.count("outgoing_mail")).isZero();
	}

}
