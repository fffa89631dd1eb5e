package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;

/// A measured GraphQL operation, with the limits for its throughput and its statements.
enum Operation {

	USER_DETAILS("userDetails", "user-details", "{\"data\":{\"userDetails\":{\"username\":\"member", 0.42, 1),

	FEEDBACK_GROUPS("feedbackGroups", "feedback-groups", "{\"data\":{\"feedbackGroups\":[{\"id\":", 0.40, 2),

	FEEDBACK_GROUP("feedbackGroup", "feedback-group", "{\"data\":{\"feedbackGroup\":{\"id\":", 0.33, 2),

	SUBMIT("submitFeedbackResponse", "submit", "{\"data\":{\"submitFeedbackResponse\":{\"success\":true", 0.38, 2),

	RATE("rateFeedbackResponse", "rate", "{\"data\":{\"rateFeedbackResponse\":{\"success\":true", 0, 2),

	SIGN_IN("tokenAuth", "sign-in", "{\"data\":{\"tokenAuth\":{\"payload\":{\"username\":\"member", 0, 3);

	private final String field;

	private final String file;

	private final String expected;

	private final double limit;

	private final int statements;

	Operation(String field, String file, String expected, double limit, int statements) {
		this.field = field;
		this.file = file;
		this.expected = expected;
		this.limit = limit;
		this.statements = statements;
	}

	/// The name in the schema.
	String field() {
		return this.field;
	}

	String bodyFile() {
		return Settings.SOURCES.resolve("pages/" + this.file + ".json").toString();
	}

	String body(String subject) throws IOException {
		return Files.readString(Settings.SOURCES.resolve("pages/" + this.file + ".json")).replace("{subject}", subject);
	}

	String bareSqlFile() {
		return Settings.SOURCES.resolve("pages/" + this.file + ".sql").toString();
	}

	/// A query for the expected response, for operations that only read.
	String answerFile() {
		return "pages/" + this.file + "-answer.sql";
	}

	/// The beginning of a correct response.
	String expected() {
		return this.expected;
	}

	/// The least share of the throughput of bare SQL; 0 for no limit.
	double limit() {
		return this.limit;
	}

	/// The limit for the number of statements.
	int statements() {
		return this.statements;
	}

	/// Each row can be changed once, so the changes must be undone before each round.
	boolean changesRows() {
		return this == SUBMIT || this == RATE;
	}

}
