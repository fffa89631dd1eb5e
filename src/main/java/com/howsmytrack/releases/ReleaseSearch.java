package com.howsmytrack.releases;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;
import com.howsmytrack.persistence.SearchPattern;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/// A part of a name that a member searches for.
final class ReleaseSearch {

	private static final UserError INVALID_RELEASE_SEARCH = new UserError(new ErrorCode("INVALID_RELEASE_SEARCH"),
			"Search for at least 3 letters or digits in a row, and at most %d characters."
				.formatted(SearchPattern.LONGEST),
			"search");

	private ReleaseSearch() {
	}

	/// The pattern for `ILIKE`. Null for null.
	/// @throws UserErrorException for a text that cannot be searched for
	static @Nullable String pattern(@Nullable String text) {
		return (text == null) ? null : SearchPattern.of(text)
			.orElseThrow(() -> new UserErrorException(ErrorType.BAD_REQUEST, INVALID_RELEASE_SEARCH));
	}

}
