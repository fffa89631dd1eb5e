package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;

/// What a member does on a page, and how much of the bare SQL's throughput it has to reach.
///
/// @param file of its files in src/bench/pages
/// @param expected how a good answer begins
/// @param limit the least share of the bare SQL; 0 for none
/// @param statements how many it may send
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

	/// As the schema calls it.
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

	/// What SQL says the answer has to be, for operations that only read.
	String answerFile() {
		return "pages/" + this.file + "-answer.sql";
	}

	String expected() {
		return this.expected;
	}

	double limit() {
		return this.limit;
	}

	int statements() {
		return this.statements;
	}

	/// What it changes is changed once, and has to be put back before a round.
	boolean isDoneOnce() {
		return this == SUBMIT || this == RATE;
	}

}
