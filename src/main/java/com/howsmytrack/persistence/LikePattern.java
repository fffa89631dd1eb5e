package com.howsmytrack.persistence;

/// Patterns for `LIKE` and `ILIKE`, in which each character of a text stands for itself.
public final class LikePattern {

	private LikePattern() {
	}

	/// Matches the texts that begin with this text.
	public static String beginningWith(String text) {
		return escape(text) + "%";
	}

	/// Matches the texts that contain this text.
	public static String containing(String text) {
		return "%" + escape(text) + "%";
	}

	private static String escape(String text) {
		return text.replaceAll("[\\\\%_]", "\\\\$0");
	}

}
