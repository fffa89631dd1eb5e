package com.howsmytrack.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists the stored mails for operators, and retries those that were given up.
///
/// A mail has no entity: the condition of the `UPDATE` decides between concurrent retries, with the same statement for one
/// mail as for many.
@Component
public class AdminMails {

	/// Few enough for one statement that holds its locks for a short time.
	private static final int RETRY_BATCH_SIZE = 10_000;

	private static final String RETRY = """
			UPDATE outgoing_mail SET state = 'QUEUED', finished_at = NULL, failures = 0, due_at = :now""";

	private final JdbcClient jdbc;

	private final Clock clock;

	AdminMails(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// The newest first.
	public Page<MailRecord> find(MailFilter filter, PageRange range) {
		return KeysetQuery.of("SELECT * FROM outgoing_mail", "id")
			// A literal, not a parameter: PostgreSQL can then use the partial index.
			.where(state(filter.state()))
			.where("kind = :kind", "kind", filter.kind())
			.where("lower(recipient) = lower(:recipient)", "recipient", ascii(filter.recipient()))
			.whereIs("recipient_refused", filter.recipientRefused())
			.where("account_id = :account", "account", filter.account())
			.read(this.jdbc, range, MailRecord::read);
	}

	/// Counts the unsent mails.
	public MailBacklog backlog() {
		return this.jdbc.sql("""
				SELECT count(*) AS queued, min(created_at) AS oldest,
					(SELECT count(*) FROM outgoing_mail WHERE state = 'GIVEN_UP') AS given_up
				FROM outgoing_mail WHERE state = 'QUEUED'""").query((row, _) -> {
			Instant oldest = Timestamps.instantOrNull(row, "oldest");
			Duration age = (oldest != null) ? Duration.between(oldest, this.clock.instant()) : Duration.ZERO;
			return new MailBacklog(row.getLong("queued"), age, row.getLong("given_up"));
		}).single();
	}

	/// Queues a mail again that was given up, and resets its count of failures.
	/// @return empty if there is no such mail, or it was not given up
	public Optional<MailRecord> retry(long id) {
		return this.jdbc.sql(RETRY + " WHERE id = :id AND state = 'GIVEN_UP' RETURNING *")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id)
			.query(MailRecord::read)
			.optional();
	}

	/// Queues up to 10,000 mails again that were given up, the oldest first.
	/// @param kind the kind of the mails; null for all kinds
	/// @return how many; if 10,000, there can be more
	public int retryAll(@Nullable String kind) {
		return this.jdbc.sql("""
				%s WHERE id IN (
					SELECT id FROM outgoing_mail
					WHERE state = 'GIVEN_UP' AND (CAST(:kind AS varchar) IS NULL OR kind = :kind)
					ORDER BY id LIMIT :batchSize FOR UPDATE)""".formatted(RETRY))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("kind", kind)
			.param("batchSize", RETRY_BATCH_SIZE)
			.update();
	}

	private static @Nullable String ascii(@Nullable String address) {
		return (address != null) ? DomainName.addressToAscii(address) : null;
	}

	private static String state(MailRecord.@Nullable State state) {
		return (state != null) ? "state = '%s'".formatted(state.name()) : "true";
	}

}
