package com.howsmytrack.live;

import java.util.regex.Pattern;

/// What a subscription follows, such as the notifications of one member.
///
/// @param kind names the topics of one subscription; lower-case letters and hyphens
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
