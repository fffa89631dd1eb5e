package com.howsmytrack.notification.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;

import com.howsmytrack.account.MailRecipients;
import com.howsmytrack.account.MailRecipients.RecipientTable;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.Outbox;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Stores notices and queues their mails, in the caller's transaction.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeOutbox {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Outbox outbox;

	private final MailRecipients recipients;

	NoticeOutbox(JdbcClient jdbc, JsonMapper json, Outbox outbox, MailRecipients recipients) {
		this.jdbc = jdbc;
		this.json = json;
		this.outbox = outbox;
		this.recipients = recipients;
	}

	/// Stores notices of a batch, each once.
	/// @return how many are new
	long add(MailKind kind, Collection<NewNotice> notices, Instant batch) {
		if (notices.isEmpty()) {
			return 0;
		}
		return this.jdbc.sql("""
				INSERT INTO notice (account_id, kind, subject_id, facts, created_at, mail_due)
				SELECT account_id, :kind, subject_id, CAST(facts AS jsonb), :batch, true
				FROM unnest(:members, :subjects, :facts) AS added (account_id, subject_id, facts)
				ON CONFLICT ON CONSTRAINT notice_once_in_a_batch DO NOTHING""")
			.param("kind", kind.name())
			.param("batch", batch.atOffset(ZoneOffset.UTC))
			.param("members", notices.stream().map((notice) -> notice.member().value()).toArray(Long[]::new))
			.param("subjects", notices.stream().map(NewNotice::subject).toArray(Long[]::new))
			.param("facts",
					notices.stream()
						.map((notice) -> this.json.writeValueAsString(notice.facts()))
						.toArray(String[]::new))
			.update();
	}

	/// Queues the mails of the visible notices, each once: a notice for which none can be
	/// sent is not looked at again.
	/// @return how many mails were queued
	long queueMails(MailKind kind, Instant now) {
		RecipientTable recipient = this.recipients.tableOf(kind);
		return this.outbox.addAll(kind, recipient.followedBy("""
				due AS (
					UPDATE notice SET mail_due = false WHERE mail_due AND kind = :notice_kind AND created_at <= :now
					RETURNING account_id, facts
				), mail (account_id, recipient, facts) AS (
					SELECT due.account_id, recipient.email, due.facts
					FROM due JOIN recipient ON recipient.account_id = due.account_id
				)"""),
				recipient.parametersAnd(Map.of("notice_kind", kind.name(), "now", now.atOffset(ZoneOffset.UTC))));
	}

}
