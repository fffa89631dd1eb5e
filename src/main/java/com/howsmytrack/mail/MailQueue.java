package com.howsmytrack.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.howsmytrack.persistence.Timestamps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The dispatcher's statements on the table `outgoing_mail`. Each method is a transaction of its own, so that the state of
/// a mail is committed before the next mail is sent.
///
/// Plain SQL and no entity: a batch is claimed with `FOR UPDATE SKIP LOCKED` and updated in one statement, so that
/// instances do not wait for each other, and the states change by conditional updates. Two statements read the table
/// `account`, because the account of a mail may have been deleted since the mail was claimed: then the row must not keep
/// the address, and the foreign key would reject the id.
@Component
class MailQueue {

	private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
	};

	private static final int MAX_ERROR_LENGTH = 1_000;

	/// A mail about an account that no longer exists.
	private static final String DELETE_ORPHANED = """
			DELETE FROM outgoing_mail
			WHERE id = :id AND CAST(:account AS bigint) IS NOT NULL AND NOT EXISTS (SELECT FROM account WHERE id = :account)
			RETURNING id""";

	private static final String MARK_SENT = """
			WITH orphaned AS (%s)
			UPDATE outgoing_mail SET state = 'SENT', finished_at = :now, last_error = NULL, recipient_refused = false,
				account_id = :account, recipient = :recipient
			WHERE id = :id AND state = 'QUEUED' AND NOT EXISTS (SELECT FROM orphaned)""".formatted(DELETE_ORPHANED);

	private static final String MARK_GIVEN_UP = """
			WITH orphaned AS (%s)
			UPDATE outgoing_mail SET state = 'GIVEN_UP', finished_at = :now, failures = :failures,
				recipient_refused = recipient_refused OR :refused, last_error = :error, account_id = coalesce(account_id, :account)
			WHERE id = :id AND state = 'QUEUED' AND NOT EXISTS (SELECT FROM orphaned)"""
		.formatted(DELETE_ORPHANED);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final MailTemplates templates;

	private final Clock clock;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Counter sent;

	private final Counter failed;

	private final Counter givenUp;

	MailQueue(JdbcClient jdbc, JsonMapper json, MailTemplates templates, Clock clock,
			TransactionOperations transactions, ApplicationEventPublisher events, MeterRegistry registry) {
		this.transactions = transactions;
		this.events = events;
		this.jdbc = jdbc;
		this.json = json;
		this.templates = templates;
		this.clock = clock;
		this.sent = counter("sent", registry);
		this.failed = counter("failed", registry);
		this.givenUp = counter("given_up", registry);
	}

	private static Counter counter(String outcome, MeterRegistry registry) {
		return Counter.builder("howsmytrack.mails")
			.description("Mails sent, attempts failed and mails given up by this instance")
			.tag("outcome", outcome)
			.register(registry);
	}

	/// With the order of the index: otherwise PostgreSQL may scan the table, which
	/// contains many sent mails.
	boolean hasDue() {
		return this.jdbc.sql("""
				SELECT EXISTS (
					SELECT FROM outgoing_mail WHERE state = 'QUEUED' AND due_at <= :now
					ORDER BY urgent DESC, due_at, id LIMIT 1)""").param("now", now()).query(Boolean.class).single();
	}

	/// Claims due mails, urgent ones first, and skips those that another dispatcher is
	/// claiming. A claimed mail is due again at the end of the lease unless its state
	/// changes before.
	List<OutgoingMail> claim(int maximum, Instant leaseEnd) {
		return this.jdbc.sql("""
				WITH claimed AS (
					UPDATE outgoing_mail SET due_at = :leaseEnd
					WHERE id IN (
						SELECT id FROM outgoing_mail
						WHERE state = 'QUEUED' AND due_at <= :now AND kind = ANY (:kinds)
						ORDER BY urgent DESC, due_at, id LIMIT :maximum FOR UPDATE SKIP LOCKED)
					RETURNING *)
				SELECT * FROM claimed ORDER BY urgent DESC, id""")
			.param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
			.param("now", now())
			.param("kinds", this.templates.kinds().stream().map(MailKind::name).toArray(String[]::new))
			.param("maximum", maximum)
			.query(this::read)
			.list();
	}

	/// Makes claimed mails due again at once.
	void release(List<OutgoingMail> mails) {
		this.jdbc.sql("UPDATE outgoing_mail SET due_at = :now WHERE id = ANY (:ids) AND state = 'QUEUED'")
			.param("now", now())
			.param("ids", mails.stream().map(OutgoingMail::id).toArray(Long[]::new))
			.update();
	}

	/// Deletes the mail if the account that it is about was deleted while the mail was
	/// sent. The listeners lock the account before the mail is locked, as the deletion of
	/// an
	/// account does, so that there is no deadlock.
	void markSent(OutgoingMail mail, MailContent content) {
		this.transactions.executeWithoutResult((_) -> {
			if (content.account() != null) {
				this.events.publishEvent(new RecipientAccepted(content.account(), content.recipient()));
			}
			this.jdbc.sql(MARK_SENT)
				.param("now", now())
				.param("account", content.account(), Types.BIGINT)
				.param("recipient", content.recipient())
				.param("id", mail.id())
				.update();
		});
		this.sent.increment();
	}

	void markFailed(OutgoingMail mail, String error, Instant nextAttempt) {
		this.jdbc.sql("""
				UPDATE outgoing_mail SET failures = :failures, last_error = :error, due_at = :nextAttempt
				WHERE id = :id AND state = 'QUEUED'""")
			.param("failures", mail.failures() + 1)
			.param("error", shortened(error))
			.param("nextAttempt", nextAttempt.atOffset(ZoneOffset.UTC))
			.param("id", mail.id())
			.update();
		this.failed.increment();
	}

	/// Stores the account that the mail is about, so that the row is deleted with it.
	/// Deletes the mail if that account was deleted meanwhile.
	/// @param account null if the mail is about no account, or failed before the account
	/// was known
	void markGivenUp(OutgoingMail mail, @Nullable Long account, String error) {
		giveUp(mail, account, error, false);
		this.givenUp.increment();
	}

	/// As [#markGivenUp], for a mail whose recipient was refused. A mail counts as one
	/// refusal, also if it is retried, or if a dispatcher whose lease has ended sends it
	/// too.
	void markRefused(OutgoingMail mail, @Nullable Long account, String recipient, String error) {
		this.transactions.executeWithoutResult((status) -> {
			if (account != null && !mail.recipientRefused()) {
				this.events.publishEvent(new RecipientRefused(account, recipient));
			}
			if (giveUp(mail, account, error, true) == 0) {
				status.setRollbackOnly();
			}
		});
		this.givenUp.increment();
	}

	private int giveUp(OutgoingMail mail, @Nullable Long account, String error, boolean refused) {
		return this.jdbc.sql(MARK_GIVEN_UP)
			.param("refused", refused)
			.param("now", now())
			.param("failures", mail.failures() + 1)
			.param("error", shortened(error))
			.param("account", account, Types.BIGINT)
			.param("id", mail.id())
			.update();
	}

	void delete(OutgoingMail mail) {
		this.jdbc.sql("DELETE FROM outgoing_mail WHERE id = :id").param("id", mail.id()).update();
	}

	/// Deletes one batch of mails that were sent or given up before the given time.
	/// @return how many; fewer than the batch size if none are left
	int deleteFinishedBefore(Instant time, int batchSize) {
		return this.jdbc.sql("""
				DELETE FROM outgoing_mail WHERE id IN (
					SELECT id FROM outgoing_mail WHERE state <> 'QUEUED' AND finished_at < :time LIMIT :batchSize)""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("batchSize", batchSize)
			.update();
	}

	private OutgoingMail read(ResultSet row, int number) throws SQLException {
		Mail mail = new Mail(this.templates.kind(row.getString("kind")), row.getObject("account_id", Long.class),
				row.getString("recipient"), this.json.readValue(row.getString("facts"), FACTS));
		return new OutgoingMail(row.getLong("id"), row.getObject("message_id", UUID.class), mail,
				Timestamps.instant(row, "created_at"), row.getInt("failures"), row.getBoolean("recipient_refused"));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String shortened(String error) {
		return error.substring(0, Math.min(error.length(), MAX_ERROR_LENGTH)).replace('\0', ' ');
	}

}
