package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// A filter for replies. Null means any.
///
/// @param writer the member who wrote the reply
/// @param response the response to which the reply belongs
/// @param group the group of the request that the response is about
/// @param text a part of the text
record ReplyFilter(@Nullable Long writer, @Nullable Long response, @Nullable Long group, @Nullable SearchText text) {

	/// Replies by one member.
	static ReplyFilter by(long writer) {
		return new ReplyFilter(writer, null, null, null);
	}

	/// Replies to one response.
	static ReplyFilter to(long response) {
		return new ReplyFilter(null, response, null, null);
	}

	/// Replies in one group.
	static ReplyFilter inGroup(long group) {
		return new ReplyFilter(null, null, group, null);
	}

}
