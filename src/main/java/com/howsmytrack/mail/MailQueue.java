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

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The dispatcher's side of the table of letters. Each method is one statement and one transaction, so that what
/// was sent is noted whatever becomes of the next letter.
@Component
class MailQueue {

	private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
	};

	/// A mail server can say a lot.
	private static final int LONGEST_ERROR = 1_000;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final MailTemplates templates;

	private final Clock clock;

	private final Counter sent;

	private final Counter failed;

	private final Counter givenUp;

	MailQueue(JdbcClient jdbc, JsonMapper json, MailTemplates templates, Clock clock, MeterRegistry registry) {
		this.jdbc = jdbc;
		this.json = json;
		this.templates = templates;
		this.clock = clock;
		this.sent = counter("sent", registry);
		this.failed = counter("failed", registry);
		this.givenUp = counter("given_up", registry);
	}

	/// What this instance noted, so that no table has to be counted.
	private static Counter counter(String outcome, MeterRegistry registry) {
		return Counter.builder("howsmytrack.mails")
			.description("Letters sent, tries that failed, and mails given up")
			.tag("outcome", outcome)
			.register(registry);
	}

	/// The order leads to the index, also among many letters that were sent.
	boolean hasDue() {
		return this.jdbc.sql("""
				SELECT EXISTS (
					SELECT FROM outgoing_mail WHERE state = 'QUEUED' AND due_at <= :now
					ORDER BY urgent DESC, due_at, id LIMIT 1)""").param("now", now()).query(Boolean.class).single();
	}

	/// Takes letters that are due, urgent ones first, from under the eyes of other
	/// dispatchers. They are due again at the end of the lease, unless they are noted as
	/// something else before.
	List<OutgoingMail> take(int most, Instant endOfLease) {
		return this.jdbc.sql("""
				WITH taken AS (
					UPDATE outgoing_mail SET due_at = :endOfLease
					WHERE id IN (
						SELECT id FROM outgoing_mail
						WHERE state = 'QUEUED' AND due_at <= :now AND kind = ANY (:kinds)
						ORDER BY urgent DESC, due_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
					RETURNING *)
				SELECT * FROM taken ORDER BY urgent DESC, id""")
			.param("endOfLease", endOfLease.atOffset(ZoneOffset.UTC))
			.param("now", now())
			.param("kinds", this.templates.kinds().stream().map(MailKind::name).toArray(String[]::new))
			.param("most", most)
			.query(this::read)
			.list();
	}

	/// Lets others take what this dispatcher will not get to.
	void release(List<OutgoingMail> untried) {
		this.jdbc.sql("UPDATE outgoing_mail SET due_at = :now WHERE id = ANY (:ids) AND state = 'QUEUED'")
			.param("now", now())
			.param("ids", untried.stream().map(OutgoingMail::id).toArray(Long[]::new))
			.update();
	}

	/// The account may be gone meanwhile.
	void noteSent(OutgoingMail mail, MailContent content) {
		this.jdbc.sql("""
				UPDATE outgoing_mail SET state = 'SENT', finished_at = :now, last_error = NULL,
					account_id = (SELECT id FROM account WHERE id = :account), recipient = :recipient
				WHERE id = :id AND state = 'QUEUED'""")
			.param("now", now())
			.param("account", content.account())
			.param("recipient", content.recipient())
			.param("id", mail.id())
			.update();
		this.sent.increment();
	}

	void noteFailure(OutgoingMail mail, String error, Instant nextAttempt) {
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

	/// With the account that it turned out to be about, so that it goes when they do.
	/// @param account null when it is about none, or nobody got as far as to know
	void giveUp(OutgoingMail mail, @Nullable Long account, String error) {
		this.jdbc.sql("""
				UPDATE outgoing_mail SET state = 'GIVEN_UP', finished_at = :now, failures = :failures,
					last_error = :error, account_id = coalesce(account_id, (SELECT id FROM account WHERE id = :account))
				WHERE id = :id AND state = 'QUEUED'""")
			.param("now", now())
			.param("failures", mail.failures() + 1)
			.param("error", shortened(error))
			.param("account", account, Types.BIGINT)
			.param("id", mail.id())
			.update();
		this.givenUp.increment();
	}

	void forget(OutgoingMail mail) {
		this.jdbc.sql("DELETE FROM outgoing_mail WHERE id = :id").param("id", mail.id()).update();
	}

	/// Removes some of the letters that were sent or given up before then.
	/// @return how many; fewer than wanted when there are no more
	int removeFinishedBefore(Instant time, int most) {
		return this.jdbc.sql("""
				DELETE FROM outgoing_mail WHERE id IN (
					SELECT id FROM outgoing_mail WHERE state <> 'QUEUED' AND finished_at < :time LIMIT :most)""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.update();
	}

	private OutgoingMail read(ResultSet row, int number) throws SQLException {
		Mail mail = new Mail(this.templates.kind(row.getString("kind")), row.getObject("account_id", Long.class),
				row.getString("recipient"), this.json.readValue(row.getString("facts"), FACTS));
		return new OutgoingMail(row.getLong("id"), row.getObject("message_id", UUID.class), mail,
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("failures"));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String shortened(String error) {
		return error.substring(0, Math.min(error.length(), LONGEST_ERROR)).replace('\0', ' ');
	}

}
