package com.howsmytrack.djangoimport;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The imported tables of the previous service, in the order in which they are read. The columns are the columns of the
/// staging table in `1-staging.sql`, in the same order.
enum LegacyTable {

	USERS("auth_user", "legacy_user", "account",
			"id, username, email, password, is_active, is_staff, is_superuser, date_joined, last_login"),

	/// One row per user, with an id of its own to which requests, responses and replies
	/// refer.
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

	private final String stagingTable;

	private final @Nullable String target;

	private final String columns;

	LegacyTable(String legacyName, String stagingTable, @Nullable String target, String columns) {
		this.legacyName = legacyName;
		this.stagingTable = stagingTable;
		this.target = target;
		this.columns = columns;
	}

	String legacyName() {
		return this.legacyName;
	}

	String stagingTable() {
		return this.stagingTable;
	}

	String countStatement() {
		return "SELECT count(*) FROM " + this.legacyName;
	}

	String readStatement() {
		return "COPY (SELECT %s FROM %s) TO STDOUT".formatted(this.columns, this.legacyName);
	}

	String writeStatement() {
		return "COPY %s (%s) FROM STDIN".formatted(this.stagingTable, this.columns);
	}

	/// The table into which the rows are imported. Empty if they become part of rows of
	/// another table.
	Optional<String> target() {
		return Optional.ofNullable(this.target);
	}

}
