package com.howsmytrack.account.core;

import java.time.Duration;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ViolatedConstraint;

import org.springframework.dao.DataIntegrityViolationException;

/// The user errors of this module. The wire contract defines the messages.
public final class AccountErrors {

	/// In code points of the normalized password.
	public static final int LONGEST_PASSWORD = 128;

	public static final UserError INVALID_EMAIL = new UserError(new ErrorCode("INVALID_EMAIL"),
			"Please provide a valid email address.", "email");

	public static final UserError EMAIL_TAKEN = new UserError(new ErrorCode("EMAIL_TAKEN"),
			"An account for that email address already exists.", "email");

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

	public static final UserError INVALID_CREDENTIALS = new UserError(new ErrorCode("INVALID_CREDENTIALS"),
			"Please enter valid credentials", null);

	public static final UserError NO_SESSION = new UserError(new ErrorCode("NO_SESSION"),
			"There is no valid session. Please sign in.", null);

	public static final UserError WRONG_PASSWORD = new UserError(new ErrorCode("WRONG_PASSWORD"),
			"That is not your present password.", null);

	public static final UserError INVALID_RESET_LINK = new UserError(new ErrorCode("INVALID_RESET_LINK"),
			"This link has been used already, is too old, or is not complete. Please ask for a new one.", "token");

	public static final UserError ALREADY_VERIFIED = new UserError(new ErrorCode("ALREADY_VERIFIED"),
			"Your email address is confirmed already.", null);

	/// A password reset works in every client; not every client has a button for another
	/// mail.
	public static final UserError EMAIL_NOT_VERIFIED = new UserError(new ErrorCode("EMAIL_NOT_VERIFIED"),
			"Please confirm your email address before you request feedback: open the link in the mail that we sent you. "
					+ "If you cannot find that mail, reset your password; that confirms your address, too.",
			null);

	public static final UserError LAST_OPERATOR_ACCOUNT = new UserError(new ErrorCode("LAST_OPERATOR_ACCOUNT"),
			"You are the last operator. Make another member an operator before you delete your account.", null);

	public static final UserError UNKNOWN_MAIL_KIND = new UserError(new ErrorCode("UNKNOWN_MAIL_KIND"),
			"There is no such kind of mail, or it cannot be switched off.", "kind");

	private AccountErrors() {
	}

	/// The error for a violated constraint of the table `account`.
	public static UserError of(DataIntegrityViolationException violation) {
		return ViolatedConstraint.in(violation)
			.filter("account_email_key"::equals)
			.map((_) -> EMAIL_TAKEN)
			.orElseThrow(() -> violation);
	}

	public static UserError tooManyAttempts(Duration wait) {
		return new UserError(ErrorCode.TOO_MANY_ATTEMPTS,
				"Too many attempts. Try again in %s.".formatted(DurationText.of(wait)), null);
	}

}
