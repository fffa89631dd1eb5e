package com.howsmytrack.feedback;

import java.util.Optional;
import java.util.function.Supplier;

/// Inserts rows whose ids are random. The function `random_id()` can return an id that exists already; the insert then
/// skips the row (`ON CONFLICT (id) DO NOTHING`) and is repeated.
public final class RandomIds {

	/// Even if half of all ids existed, only one of a million inserts would fail in all
	/// attempts.
	private static final int MAX_ATTEMPTS = 20;

	private RandomIds() {
	}

	/// Repeats the insert until no row is skipped.
	/// @param insert empty if it skipped a row
	public static <T> T insert(Supplier<Optional<T>> insert) {
		for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
			Optional<T> inserted = insert.get();
			if (inserted.isPresent()) {
				return inserted.get();
			}
		}
		throw new IllegalStateException("The ids of new rows existed already in %d attempts".formatted(MAX_ATTEMPTS));
	}

}
