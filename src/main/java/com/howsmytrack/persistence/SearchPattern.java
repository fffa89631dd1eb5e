package com.howsmytrack.persistence;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a text that somebody searches for with `ILIKE` and an index of trigrams. Letter case does not matter, and
/// each character stands for itself.
///
/// The index contains trigrams of letters and digits. A shorter text has none, so the search would read the whole table.
public final class SearchPattern {

	/// Code points.
	public static final int LONGEST = 200;

	private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

	private SearchPattern() {
	}

	public static boolean isTooLong(String text) {
		return text.codePointCount(0, text.length()) > LONGEST;
	}

	/// The pattern for `ILIKE`. Empty if the text is too long, has no trigram or cannot
	/// be stored.
	public static Optional<String> of(String text) {
		return !isTooLong(text) && StorableText.accepts(text) && TRIGRAM.matcher(text).find()
				? Optional.of(LikePattern.containing(text)) : Optional.empty();
	}

}
