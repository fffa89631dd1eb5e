package com.howsmytrack.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	private static final String ABOUT_NO_ACCOUNT = """
			account_id IS NULL AND lower(recipient) IN (
				SELECT lower(address) FROM unnest(CAST(:addresses AS text[])) AS own (address))""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Outbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
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
			.param("urgent", mail.kind().urgent())
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
			.param("urgent", kind.urgent())
			.param("queued_at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/// All stored mails about an account, and those to its addresses that are about no
	/// account yet, the oldest first.
	@Transactional(readOnly = true)
	public List<MailRecord> mailsTo(long account, Collection<String> addresses) {
		return this.jdbc.sql("""
				SELECT * FROM outgoing_mail WHERE account_id = :account
				UNION ALL
				SELECT * FROM outgoing_mail WHERE %s
				ORDER BY id""".formatted(ABOUT_NO_ACCOUNT))
			.param("account", account)
			.param("addresses", addresses.toArray(String[]::new))
			.query(MailRecord::read)
			.list();
	}

	/// The addresses in the stored mails about an account: the current one and former
	/// ones.
	public Set<String> addressesOf(long account) {
		return this.jdbc.sql("SELECT DISTINCT recipient FROM outgoing_mail WHERE account_id = :account")
			.param("account", account)
			.query((row, _) -> row.getString("recipient"))
			.set();
	}

	/// Deletes the mails to these addresses, in any letter case, that are about no
	/// account: mails that were requested without a session and are not sent yet. The
	/// mails about an account are deleted with its row.
	public void deleteAboutNoAccount(Collection<String> addresses) {
		this.jdbc.sql("DELETE FROM outgoing_mail WHERE " + ABOUT_NO_ACCOUNT)
			.param("addresses", addresses.toArray(String[]::new))
			.update();
	}

}
