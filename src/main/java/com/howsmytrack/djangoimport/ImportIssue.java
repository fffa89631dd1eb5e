package com.howsmytrack.djangoimport;

/// What becomes of a row that is odd. Each such row is reported, by its id. The files in `src/main/resources/djangoimport` write
/// the names of the constants.
enum ImportIssue {

	TWIN(LegacyTable.PEOPLE, Fate.KEPT,
			"the address differs from that of the account in brackets in letter case alone: exactly this spelling leads"
					+ " here, any other one there"),

	ADDRESS_TAKEN(LegacyTable.PEOPLE, Fate.KEPT,
			"the account in brackets has exactly the same email: this one has its username for an address"),

	OTHER_USERNAME(LegacyTable.PEOPLE, Fate.KEPT,
			"username and email differ: the email is the address, or the username where the email is none"),

	NO_ADDRESS(LegacyTable.PEOPLE, Fate.KEPT,
			"neither email nor username is an address that works here: nobody can sign in and nothing is mailed until the"
					+ " operator changes account.email"),

	NO_PASSWORD(LegacyTable.PEOPLE, Fate.KEPT, "has no password: the owner can choose one by \"reset password\""),

	UNKNOWN_PASSWORD_HASH(LegacyTable.PEOPLE, Fate.KEPT,
			"the hash of the password cannot be read: the owner can choose a new one by \"reset password\""),

	NOT_ACTIVE(LegacyTable.PEOPLE, Fate.KEPT, "was not active: is disabled, as of now"),

	OPERATOR(LegacyTable.PEOPLE, Fate.KEPT, "was staff or superuser: is an operator here"),

	NO_MEMBER(LegacyTable.PEOPLE, Fate.KEPT,
			"has no row in core_feedbackgroupsuser: is unrated and gets reminders, like somebody new"),

	IMPOSSIBLE_RATING_OF_MEMBER(LegacyTable.MEMBERS, Fate.KEPT, "the rating is not from 1 to 5: unrated"),

	GROUP_WITHOUT_TIME(LegacyTable.GROUPS, Fate.KEPT, "has no time: that of its newest request, or now"),

	GROUP_OF_ONE(LegacyTable.GROUPS, Fate.KEPT, "has a single member"),

	GROUP_OF_NOBODY(LegacyTable.GROUPS, Fate.KEPT, "has no members"),

	URL_AS_IT_IS(LegacyTable.REQUESTS, Fate.KEPT,
			"the URL would be refused today: kept, as a URL of the place that the old service took it for"),

	URL_OF_NO_PLACE(LegacyTable.REQUESTS, Fate.KEPT,
			"the URL is none, or of no place that tracks can be played from: without it, the request is trackless"),

	EMPTY_URL(LegacyTable.REQUESTS, Fate.KEPT, "the URL is empty: trackless"),

	UNKNOWN_GENRE(LegacyTable.REQUESTS, Fate.KEPT, "the genre is unknown: NO_GENRE"),

	LONG_PROMPT(LegacyTable.REQUESTS, Fate.KEPT, "the prompt is longer than allowed today: kept as it is"),

	PENDING_WITH_URL_OF_NO_PLACE(LegacyTable.REQUESTS, Fate.LEFT_OUT,
			"pending with a URL that is none, or of no place that tracks can be played from: trackless it would give"
					+ " feedback and get none, so its owner may ask anew"),

	SAME_PERSON_PENDING(LegacyTable.REQUESTS, Fate.LEFT_OUT,
			"pending beside the one in brackets, which is older and of the same person"),

	SAME_TRACK_PENDING(LegacyTable.REQUESTS, Fate.LEFT_OUT,
			"pending beside the one in brackets, which is older and for the same track"),

	SAME_PERSON_IN_GROUP(LegacyTable.REQUESTS, Fate.LEFT_OUT,
			"of the same person in the same group as the one in brackets, which has all responses now"),

	EMPTY_RESPONSE(LegacyTable.RESPONSES, Fate.KEPT, "submitted with an empty text: kept as it is"),

	LONG_RESPONSE(LegacyTable.RESPONSES, Fate.KEPT, "the text is longer than allowed today: kept as it is"),

	RESPONSE_WITHOUT_TIME(LegacyTable.RESPONSES, Fate.KEPT, "submitted without a time: that of the group"),

	IMPOSSIBLE_RATING_OF_RESPONSE(LegacyTable.RESPONSES, Fate.KEPT, "the rating is not from 1 to 5: not rated"),

	FORM_WITH_CONTENT(LegacyTable.RESPONSES, Fate.KEPT,
			"not submitted, but has a text, a time or a rating: an empty form without them"),

	ABOUT_OWN_TRACK(LegacyTable.RESPONSES, Fate.KEPT,
			"submitted about the writer's own track: stays there as nobody's"),

	FORM_ABOUT_OWN_TRACK(LegacyTable.RESPONSES, Fate.LEFT_OUT, "a form about the own track of who should fill it"),

	SECOND_RESPONSE(LegacyTable.RESPONSES, Fate.KEPT,
			"submitted about the same request by the same person as the one in brackets: stays there as nobody's"),

	SECOND_FORM(LegacyTable.RESPONSES, Fate.LEFT_OUT,
			"a form about the same request for the same person as the one in brackets"),

	RESPONSE_WITHOUT_REQUEST(LegacyTable.RESPONSES, Fate.LEFT_OUT, "about the request in brackets, which is left out"),

	EMPTY_REPLY(LegacyTable.REPLIES, Fate.KEPT, "the text is empty: kept as it is"),

	LONG_REPLY(LegacyTable.REPLIES, Fate.KEPT, "the text is longer than allowed today: kept as it is"),

	CLOSED_AGAIN(LegacyTable.REPLIES, Fate.KEPT,
			"closes a conversation that the one in brackets has closed: kept, but only that one closes it"),

	REPLY_OF_NEITHER_SIDE(LegacyTable.REPLIES, Fate.LEFT_OUT,
			"by neither the owner of the track nor the writer of the response in brackets"),

	REPLY_WITHOUT_RESPONSE(LegacyTable.REPLIES, Fate.LEFT_OUT, "below the response in brackets, which is left out");

	private final LegacyTable table;

	private final Fate fate;

	private final String sentence;

	ImportIssue(LegacyTable table, Fate fate, String sentence) {
		this.table = table;
		this.fate = fate;
		this.sentence = sentence;
	}

	LegacyTable table() {
		return this.table;
	}

	boolean leavesOut() {
		return this.fate == Fate.LEFT_OUT;
	}

	@Override
	public String toString() {
		return this.sentence + (leavesOut() ? " (left out)" : "");
	}

	private enum Fate {

		KEPT, LEFT_OUT

	}

}
