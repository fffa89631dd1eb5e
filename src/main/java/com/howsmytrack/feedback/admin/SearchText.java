package com.howsmytrack.feedback.admin;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;
import com.howsmytrack.persistence.SearchPattern;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// A part of a text that an operator searches for.
///
/// @param pattern for `ILIKE`
record SearchText(String pattern) {

	private static final ErrorCode INVALID_SEARCH = new ErrorCode("INVALID_SEARCH");

	/// Null for null.
	/// @param argument the name of the argument
	/// @throws UserErrorException for a text that cannot be searched for
	static @Nullable SearchText ofNullable(@Nullable String text, String argument) {
		if (text == null) {
			return null;
		}
		if (SearchPattern.isTooLong(text)) {
			throw invalid("Search for at most %d characters.".formatted(SearchPattern.LONGEST), argument);
		}
		return SearchPattern.of(text)
			.map(SearchText::new)
			.orElseThrow(() -> invalid("Search for a text with at least 3 letters or digits in a row.", argument));
	}

	private static UserErrorException invalid(String message, String argument) {
		return new UserErrorException(ErrorType.BAD_REQUEST, new UserError(INVALID_SEARCH, message, argument));
	}

}
