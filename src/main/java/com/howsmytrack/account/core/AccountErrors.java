package com.howsmytrack.account.core;

import java.time.Duration;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ViolatedConstraint;

import org.springframework.dao.DataIntegrityViolationException;

/// The user errors that several packages of this module have. The wire contract defines the messages.
public final class AccountErrors {

	public static final UserError INVALID_EMAIL = new UserError(new ErrorCode("INVALID_EMAIL"),
			"Please provide a valid email address.", "email");

	public static final UserError EMAIL_TAKEN = new UserError(new ErrorCode("EMAIL_TAKEN"),
			"An account for that email address already exists.", "email");

	public static final UserError LAST_OPERATOR_ACCOUNT = new UserError(new ErrorCode("LAST_OPERATOR_ACCOUNT"),
			"You are the last operator. Make another member an operator before you delete your account.", null);

	public static final UserError OPERATOR_ACCOUNT = new UserError(new ErrorCode("OPERATOR_ACCOUNT"),
			"You are an operator. Give up the role before you delete your account.", null);

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
