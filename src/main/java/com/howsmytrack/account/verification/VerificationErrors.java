package com.howsmytrack.account.verification;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors about the verification of addresses.
final class VerificationErrors {

	static final UserError ALREADY_VERIFIED = new UserError(new ErrorCode("ALREADY_VERIFIED"),
			"Your email address is confirmed already.", null);

	/// A password reset works in every client; not every client has a button for another
	/// mail.
	static final UserError EMAIL_NOT_VERIFIED = new UserError(new ErrorCode("EMAIL_NOT_VERIFIED"),
			"Please confirm your email address before you request feedback: open the link in the mail that we sent you. "
					+ "If you cannot find that mail, reset your password; that confirms your address, too.",
			null);

	private VerificationErrors() {
	}

}
