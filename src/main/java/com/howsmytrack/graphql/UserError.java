package com.howsmytrack.graphql;

import org.jspecify.annotations.Nullable;

/// A rule says no: what a program, a person and a form need to know about it.
///
/// @param code stable, one of `UserErrorCode` in the schema
/// @param message a full sentence, shown to people as it is
/// @param argument of the operation that the refusal is about; null when it is about none in particular
public record UserError(String code, String message, @Nullable String argument) {

	/// Of refusals that only time helps against.
	public static final String TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS";

	/// The answer of every operation that needs a member, to everybody else.
	public static final UserError NOT_LOGGED_IN = new UserError("NOT_LOGGED_IN", "Not logged in.", null);

	static final UserError NOT_PERMITTED = new UserError("NOT_PERMITTED", "You are not permitted to do that.", null);

}
