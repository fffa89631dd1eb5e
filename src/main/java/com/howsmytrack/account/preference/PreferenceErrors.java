package com.howsmytrack.account.preference;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user error about mail preferences.
final class PreferenceErrors {

	static final UserError UNKNOWN_MAIL_KIND = new UserError(new ErrorCode("UNKNOWN_MAIL_KIND"),
			"There is no such kind of mail, or it cannot be switched off.", "kind");

	private PreferenceErrors() {
	}

}
