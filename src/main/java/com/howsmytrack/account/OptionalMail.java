package com.howsmytrack.account;

/// The kinds of letters that a person can turn off by the link below them.
public enum OptionalMail {

	NEW_GROUP("new-group", "mails about new groups"),

	REMINDER("reminder", "reminders");

	private final String kind;

	private final String words;

	OptionalMail(String kind, String words) {
		this.kind = kind;
		this.words = words;
	}

	/// As the postbox knows it, and the link.
	public String kind() {
		return this.kind;
	}

	/// In the middle of a sentence.
	String words() {
		return this.words;
	}

}
