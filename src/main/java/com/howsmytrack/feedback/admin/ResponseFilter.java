package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// A filter for responses and forms. Null means any.
///
/// @param writer the responder
/// @param owner the owner of the track
/// @param group the group of the request
/// @param request the request that the response is about
/// @param text a part of the text
record ResponseFilter(@Nullable Long writer, @Nullable Long owner, @Nullable Long group, @Nullable Long request,
		@Nullable Boolean submitted, @Nullable SearchText text) {

	/// Responses and forms of one responder.
	static ResponseFilter by(long writer) {
		return new ResponseFilter(writer, null, null, null, null, null);
	}

	/// Responses and forms about the tracks of one member.
	static ResponseFilter to(long owner) {
		return new ResponseFilter(null, owner, null, null, null, null);
	}

	/// Responses and forms in one group.
	static ResponseFilter inGroup(long group) {
		return new ResponseFilter(null, null, group, null, null, null);
	}

	/// Responses and forms about one request.
	static ResponseFilter on(long request) {
		return new ResponseFilter(null, null, null, request, null, null);
	}

}
