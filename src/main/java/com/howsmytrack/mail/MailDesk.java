package com.howsmytrack.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where an operator sees what became of letters.
@Component
public class MailDesk {

	private final JdbcClient jdbc;

	private final Clock clock;

	MailDesk(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// The newest first.
	public List<MailRecord> latest(MailRecord.State state, int limit) {
		return this.jdbc.sql("SELECT * FROM outgoing_mail WHERE state = :state ORDER BY id DESC LIMIT :limit")
			.param("state", state.name())
			.param("limit", limit)
			.query(MailRecord::read)
			.list();
	}

	/// What waits, and what was given up.
	public MailBacklog backlog() {
		return this.jdbc.sql("""
				SELECT count(*) AS queued, min(created_at) AS oldest,
					(SELECT count(*) FROM outgoing_mail WHERE state = 'GIVEN_UP') AS given_up
				FROM outgoing_mail WHERE state = 'QUEUED'""").query((row, _) -> {
			OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
			Duration age = (oldest != null) ? Duration.between(oldest.toInstant(), this.clock.instant())
					: Duration.ZERO;
			return new MailBacklog(row.getLong("queued"), age, row.getLong("given_up"));
		}).single();
	}

	/// Queues a letter anew that was given up, as if it had never failed.
	/// @return false when there is none, or it was not given up
	public boolean retry(long id) {
		return this.jdbc.sql("""
				UPDATE outgoing_mail SET state = 'QUEUED', finished_at = NULL, failures = 0, due_at = :now
				WHERE id = :id AND state = 'GIVEN_UP'""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update() == 1;
	}

}
