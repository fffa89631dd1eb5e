package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.Nullable;

/// Which requests an operator looks for. What is null is not looked at.
///
/// @param person whose they are
/// @param group that they are in
/// @param mediaUrl of the track, to the letter
public record RequestFilter(@Nullable Long person, @Nullable Long group, @Nullable Boolean pending,
		@Nullable String genre, @Nullable String mediaUrl) {

	/// Those of one group.
	public static RequestFilter inGroup(long group) {
		return new RequestFilter(null, group, null, null, null);
	}

	/// Those of one person.
	public static RequestFilter of(long person) {
		return new RequestFilter(person, null, null, null, null);
	}

}
