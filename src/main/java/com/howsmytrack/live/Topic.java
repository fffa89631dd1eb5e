package com.howsmytrack.live;

import java.util.regex.Pattern;

/// What a subscription follows, such as the notifications of one member.
///
/// @param kind the name that all topics of a subscription share, for example `notifications`. It has lower-case letters
/// and hyphens only
/// @param number the id of the object, for example of the member
public record Topic(String kind, long number) {

	private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,62}");

	public Topic {
		requireKind(kind);
	}

	static void requireKind(String kind) {
		if (!KIND.matcher(kind).matches()) {
			throw new IllegalArgumentException("Not a kind of topic: " + kind);
		}
	}

}
