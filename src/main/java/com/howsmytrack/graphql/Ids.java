package com.howsmytrack.graphql;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What clients call an id.
public final class Ids {

	private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

	/// Nothing has it.
	private static final long NO_ID = -1;

	private Ids() {
	}

	/// Whatever is no id is the id of nothing.
	public static long of(String id) {
		return DIGITS.matcher(id).matches() ? Long.parseLong(id) : NO_ID;
	}

	public static @Nullable Long ofNullable(@Nullable String id) {
		return (id != null) ? of(id) : null;
	}

}
