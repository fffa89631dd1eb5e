package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// A filter for requests. Null means any.
///
/// @param person the owner
/// @param group the group of the request
/// @param mediaUrl the exact URL of the track
/// @param text a part of the prompt, or of the URL of the track
record RequestFilter(@Nullable Long person, @Nullable Long group, @Nullable Boolean pending, @Nullable String genre,
		@Nullable String mediaUrl, @Nullable SearchText text) {

	/// The requests in one group.
	static RequestFilter inGroup(long group) {
		return new RequestFilter(null, group, null, null, null, null);
	}

	/// The requests of one member.
	static RequestFilter of(long person) {
		return new RequestFilter(person, null, null, null, null, null);
	}

}
