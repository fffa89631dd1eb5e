package com.howsmytrack.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// What became of a letter, for those who may know.
///
/// @param account whom it is about; null when it is about nobody, or was asked for by who gave no more than an address
/// @param dueAt when it will be tried next; of no meaning once it is finished
/// @param failures how often it could not be sent
/// @param lastError what the mail server said, or why it was not reached; null when all went well
/// @param finishedAt when it was sent or given up; null while it is queued
public record MailRecord(long id, String kind, @Nullable Long account, String recipient, State state, Instant createdAt,
		Instant dueAt, int failures, @Nullable String lastError, @Nullable Instant finishedAt) {

	/// Names as in the schema and the table.
	public enum State {

		QUEUED, SENT, GIVEN_UP

	}

	static MailRecord read(ResultSet row, int number) throws SQLException {
		OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
		return new MailRecord(row.getLong("id"), row.getString("kind"), row.getObject("account_id", Long.class),
				row.getString("recipient"), State.valueOf(row.getString("state")), instant(row, "created_at"),
				instant(row, "due_at"), row.getInt("failures"), row.getString("last_error"),
				(finishedAt != null) ? finishedAt.toInstant() : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
