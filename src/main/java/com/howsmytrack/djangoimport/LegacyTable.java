package com.howsmytrack.djangoimport;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The tables of the service before this one, in the order in which they are read. The columns are those of the table
/// beside it in `1-staging.sql`, in its order.
enum LegacyTable {

	/// Everybody who can sign in.
	PEOPLE("auth_user", "legacy_user", "account",
			"id, username, email, password, is_active, is_staff, is_superuser, date_joined, last_login"),

	/// What the exchange of feedback knows of them, under ids of its own.
	MEMBERS("core_feedbackgroupsuser", "legacy_member", null, "id, user_id, rating, send_reminder_emails"),

	GROUPS("core_feedbackgroup", "legacy_group", "feedback_group", "id, name, time_created"),

	REQUESTS("core_feedbackrequest", "legacy_request", "feedback_request",
			"id, user_id, media_url, media_type, feedback_prompt, genre, feedback_group_id, time_created,"
					+ " email_when_grouped, reminder_email_sent"),

	RESPONSES("core_feedbackresponse", "legacy_response", "feedback_response",
			"id, feedback_request_id, user_id, feedback, allow_replies, time_submitted, submitted, rating"),

	REPLIES("core_feedbackresponsereply", "legacy_reply", "feedback_reply",
			"id, feedback_response_id, user_id, text, allow_replies, time_created, time_read");

	private final String legacyName;

	private final String staging;

	private final @Nullable String ours;

	private final String columns;

	LegacyTable(String legacyName, String staging, @Nullable String ours, String columns) {
		this.legacyName = legacyName;
		this.staging = staging;
		this.ours = ours;
		this.columns = columns;
	}

	String legacyName() {
		return this.legacyName;
	}

	/// Where its rows lie on their way.
	String staging() {
		return this.staging;
	}

	String countStatement() {
		return "SELECT count(*) FROM " + this.legacyName;
	}

	String readStatement() {
		return "COPY (SELECT %s FROM %s) TO STDOUT".formatted(this.columns, this.legacyName);
	}

	String writeStatement() {
		return "COPY %s (%s) FROM STDIN".formatted(this.staging, this.columns);
	}

	/// Where its rows went. Empty for what became a part of other rows.
	Optional<String> ours() {
		return Optional.ofNullable(this.ours);
	}

}
