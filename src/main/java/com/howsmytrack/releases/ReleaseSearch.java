package com.howsmytrack.releases;

import java.util.regex.Pattern;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;
import com.howsmytrack.persistence.LikePattern;
import com.howsmytrack.persistence.StorableText;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// A part of a name that a member searches for. Letter case does not matter, and each character stands for itself.
///
/// The index of the search contains trigrams of letters and digits. A shorter text has none, so the search would read the
/// whole table.
final class ReleaseSearch {

	private static final int LONGEST = 200;

	private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

	private static final UserError INVALID_RELEASE_SEARCH = new UserError(new ErrorCode("INVALID_RELEASE_SEARCH"),
			"Search for at least 3 letters or digits in a row, and at most 200 characters.", "search");

	private ReleaseSearch() {
	}

	/// The pattern for `ILIKE`. Null for null.
	/// @throws UserErrorException for a text that cannot be searched for
	static @Nullable String pattern(@Nullable String text) {
		if (text == null) {
			return null;
		}
		if (text.codePointCount(0, text.length()) > LONGEST || !StorableText.accepts(text)
				|| !TRIGRAM.matcher(text).find()) {
			throw new UserErrorException(ErrorType.BAD_REQUEST, INVALID_RELEASE_SEARCH);
		}
		return LikePattern.containing(text);
	}

}
