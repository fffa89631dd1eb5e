package com.howsmytrack.djangoimport;

/// Irregularities of legacy rows and what the import does with such a row. The report lists each row by its id. The SQL
/// files in `src/main/resources/djangoimport` contain the names of the constants.
enum ImportIssue {

	TWIN(LegacyTable.USERS, Result.IMPORTED,
			"the address differs from the address of the account in brackets in letter case only: only this exact"
					+ " spelling finds the row's account, every other spelling finds the account in brackets"),

	ADDRESS_TAKEN(LegacyTable.USERS, Result.IMPORTED,
			"the account in brackets has exactly the same email: the username becomes the address of this account"),

	OTHER_USERNAME(LegacyTable.USERS, Result.IMPORTED,
			"username and email differ: the email becomes the address, or the username if the email is invalid"),

	NO_ADDRESS(LegacyTable.USERS, Result.IMPORTED,
			"neither email nor username is a valid address: the owner cannot sign in and gets no mail until an SQL"
					+ " statement changes the account's email"),

	NO_PASSWORD(LegacyTable.USERS, Result.IMPORTED,
			"has no password: the owner can set a password with \"reset password\""),

	UNKNOWN_PASSWORD_HASH(LegacyTable.USERS, Result.IMPORTED,
			"the password hash cannot be read: the owner can set a password with \"reset password\""),

	NOT_ACTIVE(LegacyTable.USERS, Result.IMPORTED, "was not active: the account is disabled, as of the import"),

	OPERATOR(LegacyTable.USERS, Result.IMPORTED, "was staff or superuser: is an operator"),

	NO_MEMBER_ROW(LegacyTable.USERS, Result.IMPORTED,
			"has no row in core_feedbackgroupsuser: has no rating and gets reminder mails, like a new account"),

	INVALID_MEMBER_RATING(LegacyTable.MEMBERS, Result.IMPORTED,
			"the rating is outside 1 to 5: imported without a rating"),

	GROUP_WITHOUT_TIME(LegacyTable.GROUPS, Result.IMPORTED,
			"has no time: gets the time of its newest request, or of the import"),

	GROUP_WITH_ONE_MEMBER(LegacyTable.GROUPS, Result.IMPORTED, "has one member"),

	GROUP_WITHOUT_MEMBERS(LegacyTable.GROUPS, Result.IMPORTED, "has no members"),

	UNSUPPORTED_URL_KEPT(LegacyTable.REQUESTS, Result.IMPORTED,
			"the URL is rejected today: imported unchanged, with the media type of the old service"),

	UNUSABLE_URL(LegacyTable.REQUESTS, Result.IMPORTED,
			"the URL is invalid, or no track can be played from it: imported without the URL, so the request is"
					+ " trackless"),

	EMPTY_URL(LegacyTable.REQUESTS, Result.IMPORTED, "the URL is empty: the request is trackless"),

	UNKNOWN_GENRE(LegacyTable.REQUESTS, Result.IMPORTED, "the genre is unknown: imported as NO_GENRE"),

	LONG_PROMPT(LegacyTable.REQUESTS, Result.IMPORTED, "the prompt is longer than today's limit: imported unchanged"),

	PENDING_WITH_UNUSABLE_URL(LegacyTable.REQUESTS, Result.NOT_IMPORTED,
			"pending, and the URL is invalid or no track can be played from it: a trackless request would give feedback"
					+ " and receive none, so the owner can make a new request"),

	SECOND_PENDING_OF_MEMBER(LegacyTable.REQUESTS, Result.NOT_IMPORTED,
			"pending, and the same user has the older pending request in brackets"),

	SECOND_PENDING_FOR_TRACK(LegacyTable.REQUESTS, Result.NOT_IMPORTED,
			"pending, and the older pending request in brackets is for the same track"),

	SECOND_REQUEST_IN_GROUP(LegacyTable.REQUESTS, Result.NOT_IMPORTED,
			"the same user has the request in brackets in the same group; that request gets all responses"),

	EMPTY_RESPONSE(LegacyTable.RESPONSES, Result.IMPORTED, "submitted with an empty text: imported unchanged"),

	LONG_RESPONSE(LegacyTable.RESPONSES, Result.IMPORTED, "the text is longer than today's limit: imported unchanged"),

	RESPONSE_WITHOUT_TIME(LegacyTable.RESPONSES, Result.IMPORTED,
			"submitted without a time: gets the time of its group"),

	INVALID_RESPONSE_RATING(LegacyTable.RESPONSES, Result.IMPORTED,
			"the rating is outside 1 to 5: imported without a rating"),

	FORM_WITH_CONTENT(LegacyTable.RESPONSES, Result.IMPORTED,
			"not submitted, but has a text, a time or a rating: imported as an empty form"),

	RESPONSE_ABOUT_OWN_TRACK(LegacyTable.RESPONSES, Result.IMPORTED,
			"submitted about the user's own track: imported without an author"),

	FORM_ABOUT_OWN_TRACK(LegacyTable.RESPONSES, Result.NOT_IMPORTED, "a form about the user's own track"),

	SECOND_RESPONSE(LegacyTable.RESPONSES, Result.IMPORTED,
			"submitted about the same request by the same user as the one in brackets: imported without an author"),

	SECOND_FORM(LegacyTable.RESPONSES, Result.NOT_IMPORTED,
			"a form about the same request for the same user as the one in brackets"),

	RESPONSE_TO_SKIPPED_REQUEST(LegacyTable.RESPONSES, Result.NOT_IMPORTED,
			"about the request in brackets, which is not imported"),

	EMPTY_REPLY(LegacyTable.REPLIES, Result.IMPORTED, "the text is empty: imported unchanged"),

	LONG_REPLY(LegacyTable.REPLIES, Result.IMPORTED, "the text is longer than today's limit: imported unchanged"),

	SECOND_CLOSING_REPLY(LegacyTable.REPLIES, Result.IMPORTED,
			"closes a conversation that the reply in brackets has closed: imported as a reply that does not close it"),

	REPLY_BY_OUTSIDER(LegacyTable.REPLIES, Result.NOT_IMPORTED,
			"by neither the owner of the track nor the author of the response in brackets"),

	REPLY_TO_SKIPPED_RESPONSE(LegacyTable.REPLIES, Result.NOT_IMPORTED,
			"to the response in brackets, which is not imported");

	private final LegacyTable table;

	private final Result result;

	private final String description;

	ImportIssue(LegacyTable table, Result result, String description) {
		this.table = table;
		this.result = result;
		this.description = description;
	}

	LegacyTable table() {
		return this.table;
	}

	boolean preventsImport() {
		return this.result == Result.NOT_IMPORTED;
	}

	/// The line of the report.
	@Override
	public String toString() {
		return this.description + (preventsImport() ? " (not imported)" : "");
	}

	private enum Result {

		IMPORTED, NOT_IMPORTED

	}

}
