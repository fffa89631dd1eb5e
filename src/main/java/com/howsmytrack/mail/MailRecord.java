package com.howsmytrack.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

/// A stored mail, as operators see it and as it is exported.
///
/// @param account the account that the mail is about; null if it is about none, or it was requested for an address and
/// has not been sent yet
/// @param dueAt the time of the next attempt; meaningless once the mail is finished
/// @param failures the number of failed attempts
/// @param recipientRefused whether the mail server refused the address for good
/// @param lastError the answer of the mail server, or why it could not be reached; null if no attempt failed
/// @param finishedAt when the mail was sent or given up; null while it is queued
public record MailRecord(long id, String kind, @Nullable Long account, String recipient, State state, Instant createdAt,
		Instant dueAt, int failures, boolean recipientRefused, @Nullable String lastError,
		@Nullable Instant finishedAt) {

	/// The same names as in the GraphQL schema and in the table.
	public enum State {

		QUEUED, SENT, GIVEN_UP

	}

	static MailRecord read(ResultSet row, int number) throws SQLException {
		return new MailRecord(row.getLong("id"), row.getString("kind"), row.getObject("account_id", Long.class),
				row.getString("recipient"), State.valueOf(row.getString("state")),
				Timestamps.instant(row, "created_at"), Timestamps.instant(row, "due_at"), row.getInt("failures"),
				row.getBoolean("recipient_refused"), row.getString("last_error"),
				Timestamps.instantOrNull(row, "finished_at"));
	}

}
