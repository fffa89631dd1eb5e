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

/// Takes letters, as part of the caller's transaction: a letter leaves if and only if what it tells happened.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Postbox {

	private final JdbcClient jdbc;

	private final LetterWriters writers;

	private final JsonMapper json;

	private final Clock clock;

	Postbox(JdbcClient jdbc, LetterWriters writers, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.writers = writers;
		this.json = json;
		this.clock = clock;
	}

	/// Posts one letter.
	public void post(Letter letter) {
		this.jdbc.sql("""
				INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
				VALUES (:kind, :account, :recipient, CAST(:facts AS jsonb), :urgent, :now, :now)""")
			.param("kind", letter.kind())
			.param("account", letter.account())
			.param("recipient", letter.recipient())
			.param("facts", this.json.writeValueAsString(letter.facts()))
			.param("urgent", this.writers.of(letter.kind()).isUrgent())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/// Posts as many letters as a query finds, in one statement.
	/// @param letters one or more common table expressions, the last of them `letter
	/// (account_id, recipient, facts)`; those before it may change data
	/// @param parameters of the expressions; `kind`, `urgent` and `posted_at` are taken
	/// @return how many were posted
	public long postAll(String kind, String letters, Map<String, ?> parameters) {
		return this.jdbc
			.sql("""
					WITH %s
					INSERT INTO outgoing_mail (kind, account_id, recipient, facts, urgent, created_at, due_at)
					SELECT :kind, account_id, recipient, facts, :urgent, :posted_at, :posted_at FROM letter"""
				.formatted(letters))
			.params(parameters)
			.param("kind", kind)
			.param("urgent", this.writers.of(kind).isUrgent())
			.param("posted_at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/// What we hold about letters to an account, the oldest first.
	@Transactional(readOnly = true)
	public List<MailRecord> lettersTo(long account) {
		return this.jdbc.sql("SELECT * FROM outgoing_mail WHERE account_id = :account ORDER BY id")
			.param("account", account)
			.query(MailRecord::read)
			.list();
	}

}
