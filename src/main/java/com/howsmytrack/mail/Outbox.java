package com.howsmytrack.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Queues mails in the caller's transaction, so that a mail is sent if and only if the change that it reports was
/// committed.
///
/// A queued mail has no entity: its facts are a JSON column, most mails are queued by one statement for all recipients, and
/// the dispatcher claims and updates mails in batches.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

	private final JdbcClient jdbc;

	private final MailTemplates templates;

	private final JsonMapper json;

	private final Clock clock;

	Outbox(JdbcClient jdbc, MailTemplates templates, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.templates = templates;
		this.json = json;
		this.clock = clock;
	}

	/// Queues one mail.
	public void add(Mail mail) {
		this.jdbc.sql("""
				INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
				VALUES (:kind, :account, :recipient, CAST(:facts AS jsonb), :urgent, :now, :now)""")
			.param("kind", mail.kind().name())
			.param("account", mail.account())
			.param("recipient", mail.recipient())
			.param("facts", this.json.writeValueAsString(mail.facts()))
			.param("urgent", this.templates.of(mail.kind()).kind().urgent())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/// Queues the mails that a query returns, in one statement.
	/// @param mails one or more common table expressions. The last one is `mail
	/// (account_id, recipient, facts)`; the others may change data
	/// @param parameters of the expressions; `kind`, `urgent` and `queued_at` are
	/// reserved
	/// @return how many mails were queued
	public long addAll(MailKind kind, String mails, Map<String, ?> parameters) {
		return this.jdbc
			.sql("""
					WITH %s
					INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
					SELECT :kind, account_id, recipient, facts, :urgent, :queued_at, :queued_at FROM mail"""
				.formatted(mails))
			.params(parameters)
			.param("kind", kind.name())
			.param("urgent", this.templates.of(kind).kind().urgent())
			.param("queued_at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/// All stored mails about an account, the oldest first.
	@Transactional(readOnly = true)
	public List<MailRecord> mailsTo(long account) {
		return this.jdbc.sql("SELECT * FROM outgoing_mail WHERE account_id = :account ORDER BY id")
			.param("account", account)
			.query(MailRecord::read)
			.list();
	}

}
