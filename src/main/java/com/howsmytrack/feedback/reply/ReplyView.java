package com.howsmytrack.feedback.reply;

import java.time.OffsetDateTime;

/// A reply as one of the two members sees it.
///
/// @param username "You" or "Them", because the two members are anonymous to each other
record ReplyView(long id, String username, String text, boolean allowReplies, OffsetDateTime timeCreated) {

	static ReplyView of(long id, boolean mine, String text, boolean allowReplies, OffsetDateTime timeCreated) {
		return new ReplyView(id, mine ? "You" : "Them", text, allowReplies, timeCreated);
	}

}
