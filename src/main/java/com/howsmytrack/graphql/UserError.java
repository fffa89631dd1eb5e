package com.howsmytrack.graphql;

import org.jspecify.annotations.Nullable;

/// Why a rule does not allow an operation. It is part of the answer, not a failure of the service.
///
/// @param message a full sentence that clients show to people unchanged
/// @param argument the argument of the operation that the error is about; null if it is not about a single one
public record UserError(ErrorCode code, String message, @Nullable String argument) {

	/// The answer of every operation that needs a member, if the caller is not signed in.
	public static final UserError NOT_LOGGED_IN = new UserError(ErrorCode.NOT_LOGGED_IN, "Not logged in.", null);

	static final UserError NOT_PERMITTED = new UserError(ErrorCode.NOT_PERMITTED, "You are not permitted to do that.",
			null);

}
