package com.howsmytrack.account;

import java.time.Duration;

import com.howsmytrack.graphql.Refusal;

/// What this module says no with. The messages are part of the wire contract.
final class AccountRefusals {

	static final Refusal INVALID_EMAIL = new Refusal("INVALID_EMAIL", "Please provide a valid email address.", "email");

	static final Refusal EMAIL_TAKEN = new Refusal("EMAIL_TAKEN", "An account for that email address already exists.",
			"email");

	static final Refusal PASSWORDS_DIFFER = new Refusal("PASSWORDS_DIFFER", "Passwords don't match.", "passwordRepeat");

	static final Refusal WEAK_PASSWORD = new Refusal("WEAK_PASSWORD",
			"Please choose a more secure password. Your password must contain at least 8 characters, "
					+ "can’t be a commonly used password (e.g. \"password\") and can’t be entirely numeric.",
			"password");

	static final Refusal PASSWORD_TOO_LONG = new Refusal("TEXT_TOO_LONG",
			"Your password can have at most %d characters.".formatted(PasswordRules.LONGEST), "password");

	static final Refusal PASSWORD_UNSUPPORTED_CHARACTER = new Refusal("UNSUPPORTED_CHARACTER",
			"Your password contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
			"password");

	static final Refusal INVALID_CREDENTIALS = new Refusal("INVALID_CREDENTIALS", "Please enter valid credentials",
			null);

	static final Refusal NO_SESSION = new Refusal("NO_SESSION", "There is no valid session. Please sign in.", null);

	static final Refusal WRONG_PASSWORD = new Refusal("WRONG_PASSWORD", "That is not your present password.", null);

	static final Refusal INVALID_RESET_LINK = new Refusal("INVALID_RESET_LINK",
			"This link has been used already, is too old, or is not complete. Please ask for a new one.", "token");

	static final Refusal ALREADY_VERIFIED = new Refusal("ALREADY_VERIFIED", "Your email address is confirmed already.",
			null);

	static final String TOO_MANY_ATTEMPTS = Refusal.TOO_MANY_ATTEMPTS;

	private AccountRefusals() {
	}

	static Refusal tooManyAttempts(Duration wait) {
		return new Refusal(TOO_MANY_ATTEMPTS, "Too many attempts. Try again in %s.".formatted(TimeInWords.of(wait)),
				null);
	}

}
