package com.howsmytrack.graphql;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Parses ids that clients send as strings.
public final class Ids {

	private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

	/// No row has this id.
	private static final long NO_ID = -1;

	private Ids() {
	}

	/// A string that is not an id gets an id that no row has.
	public static long of(String id) {
		return DIGITS.matcher(id).matches() ? Long.parseLong(id) : NO_ID;
	}

	public static @Nullable Long ofNullable(@Nullable String id) {
		return (id != null) ? of(id) : null;
	}

}
