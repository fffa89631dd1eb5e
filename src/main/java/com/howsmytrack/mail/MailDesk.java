package com.howsmytrack.mail;

import java.time.Clock;
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
