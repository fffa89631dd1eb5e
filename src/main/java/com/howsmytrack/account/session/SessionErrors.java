package com.howsmytrack.account.session;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors of signing in and of sessions. The wire contract defines the messages.
final class SessionErrors {

	static final UserError INVALID_CREDENTIALS = new UserError(new ErrorCode("INVALID_CREDENTIALS"),
			"Please enter valid credentials", null);

	static final UserError NO_SESSION = new UserError(new ErrorCode("NO_SESSION"),
			"There is no valid session. Please sign in.", null);

	private SessionErrors() {
	}

}
