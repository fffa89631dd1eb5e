package com.howsmytrack.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static com.howsmytrack.mail.FaultyMailServer.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Mails are queued in transactions, and sent in their order, each once and at a limited rate.
@WholeApplication
class MailQueueTests {

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
	void sendsEachMailOnceWithTwoDispatchers() {
		this.mails.queueMany(40);
		MailDispatcher one = this.mails.dispatcher(MailScenario.to(Mailbox.port()));
		MailDispatcher other = this.mails.dispatcher(MailScenario.to(Mailbox.port()));
		List<Callable<Boolean>> both = List.of(() -> MailScenario.send(one), () -> MailScenario.send(other));

		Races.onTable("outgoing_mail", both);

		assertThat(this.mails.recipients()).hasSize(40).doesNotHaveDuplicates();
		assertThat(this.mails.queued()).isZero();
	}

	@Test
	void sendsABatchOverOneConnection() {
		this.mails.queueMany(12);
		AtomicInteger greetings = new AtomicInteger();

		this.mails.sendThrough((line) -> {
			if (line.startsWith("EHLO")) {
				greetings.incrementAndGet();
			}
			return PASS;
		});

		assertThat(this.mails.recipients()).hasSize(12);
		assertThat(greetings).hasValue(1);
	}

	@Test
	void sendsOtherMailsIfTheContentOfOneCannotBeCreated() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('email-changed', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		this.mails.queue("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(this.mails.queued()).isEqualTo(1);
	}

	@Test
	void leavesAMailOfAnUnknownKindToANewerVersion() {
		this.database.update("""
				INSERT INTO outgoing_mail (kind, recipient, created_at, due_at)
				VALUES ('added-later', 'ada@example.com', '2026-03-01T12:00Z', '2026-03-01T12:00Z')""");
		this.mails.queue("bo");

		assertThat(this.mailbox.deliver()).extracting(ReceivedMail::to).containsExactly("bo@example.com");
		assertThat(this.database.single(Integer.class, "SELECT failures FROM outgoing_mail WHERE state = 'QUEUED'"))
			.isZero();
	}

	@Test
	void sendsUrgentMailsFirst() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) "
				+ "SELECT 'member' || number || '@example.com', '', now() FROM generate_series(1, 30) AS number");
		this.transactions.executeWithoutResult((_) -> this.outbox.addAll(this.templates.kind("new-group"), """
				mail (account_id, recipient, facts) AS (
					SELECT id, email, jsonb_build_object('groupId', 1, 'groupName', 'One', 'trackless', false)
					FROM account)""", Map.of()));
		this.mails.queue("urgent");
		List<String> sent = new ArrayList<>();

		this.mails.dispatcher(
				() -> new MailScenario.StubConnection((message) -> sent.add(message.getAllRecipients()[0].toString())))
			.sendDue();

		assertThat(sent).hasSize(31);
		assertThat(sent.getFirst()).isEqualTo("urgent@example.com");
	}

	@Test
	void limitsTheRateOverAllDispatchers() {
		this.mails.queueMany(120);

		assertThat(this.mailbox.deliver()).hasSize(50);
		this.mails.dispatcher(MailScenario.to(Mailbox.port())).sendDue();
		assertThat(this.mailbox.received()).hasSize(50);
		this.clock.advance(Duration.ofMillis(500));
		assertThat(this.mailbox.deliver()).hasSize(75);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mailbox.deliver()).hasSize(120);
	}

	@Test
	void releasesTheRestOfTheBatchWhenItStops() {
		this.mails.queueMany(5);
		MailDispatcher[] stopping = new MailDispatcher[1];
		stopping[0] = this.mails.dispatcher(() -> new MailScenario.StubConnection((_) -> stopping[0].stop()));

		stopping[0].sendDue();

		assertThat(this.database.count("outgoing_mail WHERE state = 'SENT'")).isEqualTo(1);
		assertThat(this.mailbox.deliver()).hasSize(4);
	}

	@Test
	void queuesNothingIfTheTransactionIsRolledBack() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.transactions.executeWithoutResult((_) -> {
				this.outbox.add(new Mail(MailScenario.EMAIL_CHANGED, null, "ada@example.com", MailScenario.FACTS));
				throw new IllegalStateException("rolled back");
			}));

		assertThat(this.mailbox.deliver()).isEmpty();
	}

	@Test
	void queuesOnlyInATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.outbox
			.add(new Mail(MailScenario.EMAIL_CHANGED, null, "ada@example.com", MailScenario.FACTS)));
	}

	@Test
	void sendsOutsideOfTransactions() {
		this.mails.queue("ada");
		List<Boolean> inTransaction = new ArrayList<>();

		this.mails
			.dispatcher(() -> new MailScenario.StubConnection(
					(_) -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())))
			.sendDue();

		assertThat(inTransaction).containsExactly(false);
	}

	@Test
	void rejectsAnAddressThatInjectsAHeader() {
		this.mails.queue("ada@example.com>\r\nBcc: <eve");

		assertThat(this.mailbox.deliver()).isEmpty();
		assertThat(this.mails.queued()).isEqualTo(1);
	}

}
