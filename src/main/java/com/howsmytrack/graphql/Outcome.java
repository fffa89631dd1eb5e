package com.howsmytrack.graphql;

/// The result of an attempt to change something: the change was made, or a rule did not allow it and nothing was
/// changed.
///
/// @param <T> the result of a successful change
public sealed interface Outcome<T> {

	static <T> Outcome<T> succeeded(T result) {
		return new Succeeded<>(result);
	}

	static <T> Outcome<T> failed(UserError error) {
		return new Failed<>(error);
	}

	/// The change was made.
	record Succeeded<T>(T result) implements Outcome<T> {
	}

	/// A rule did not allow the change.
	record Failed<T>(UserError error) implements Outcome<T> {
	}

}
