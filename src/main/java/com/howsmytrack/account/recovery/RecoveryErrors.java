package com.howsmytrack.account.recovery;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user error about links that set a new password.
final class RecoveryErrors {

	static final UserError INVALID_RESET_LINK = new UserError(new ErrorCode("INVALID_RESET_LINK"),
			"This link has been used already, is too old, or is not complete. Please ask for a new one.", "token");

	private RecoveryErrors() {
	}

}
