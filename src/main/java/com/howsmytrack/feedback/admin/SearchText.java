package com.howsmytrack.feedback.admin;

import java.util.regex.Pattern;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;
import com.howsmytrack.persistence.LikePattern;
import com.howsmytrack.persistence.StorableText;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// A part of a text that an operator searches for. Letter case does not matter, and each character stands for itself.
///
/// The index of the search contains trigrams of letters and digits. A shorter text has none, so the search would read the
/// whole table.
///
/// @param pattern for `ILIKE`
record SearchText(String pattern) {

	private static final int LONGEST = 200;

	private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

	private static final ErrorCode INVALID_SEARCH = new ErrorCode("INVALID_SEARCH");

	/// Null for null.
	/// @param argument the name of the argument
	/// @throws UserErrorException for a text that cannot be searched for
	static @Nullable SearchText ofNullable(@Nullable String text, String argument) {
		if (text == null) {
			return null;
		}
		if (text.codePointCount(0, text.length()) > LONGEST) {
			throw invalid("Search for at most %d characters.".formatted(LONGEST), argument);
		}
		if (!StorableText.accepts(text) || !TRIGRAM.matcher(text).find()) {
			throw invalid("Search for a text with at least 3 letters or digits in a row.", argument);
		}
		return new SearchText(LikePattern.containing(text));
	}

	private static UserErrorException invalid(String message, String argument) {
		return new UserErrorException(ErrorType.BAD_REQUEST, new UserError(INVALID_SEARCH, message, argument));
	}

}
