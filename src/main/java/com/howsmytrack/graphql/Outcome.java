package com.howsmytrack.graphql;

/// What came of asking for a change: it was made, or a rule said no and nothing was changed.
///
/// @param <T> what there is to tell about a change that was made
public sealed interface Outcome<T> {

	/// For a change that was made.
	static <T> Outcome<T> done(T result) {
		return new Done<>(result);
	}

	/// For a rule that said no.
	static <T> Outcome<T> refused(UserError error) {
		return new Refused<>(error);
	}

	/// It was made.
	record Done<T>(T result) implements Outcome<T> {
	}

	/// A rule said no.
	record Refused<T>(UserError error) implements Outcome<T> {
	}

}
