package com.howsmytrack.account.password;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors about passwords. The wire contract defines the messages.
public final class PasswordErrors {

	/// In code points of the normalized password.
	static final int LONGEST_PASSWORD = 128;

	public static final UserError PASSWORDS_DIFFER = new UserError(new ErrorCode("PASSWORDS_DIFFER"),
			"Passwords don't match.", "passwordRepeat");

	public static final UserError WEAK_PASSWORD = new UserError(new ErrorCode("WEAK_PASSWORD"),
			"Please choose a more secure password. Your password must contain at least 8 characters, "
					+ "can’t be a commonly used password (e.g. \"password\") and can’t be entirely numeric.",
			"password");

	public static final UserError PASSWORD_TOO_LONG = new UserError(ErrorCode.TEXT_TOO_LONG,
			"Your password can have at most %d characters.".formatted(LONGEST_PASSWORD), "password");

	public static final UserError PASSWORD_UNSUPPORTED_CHARACTER = new UserError(ErrorCode.UNSUPPORTED_CHARACTER,
			"Your password contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
			"password");

	public static final UserError WRONG_PASSWORD = new UserError(new ErrorCode("WRONG_PASSWORD"),
			"That is not your present password.", null);

	private PasswordErrors() {
	}

}
