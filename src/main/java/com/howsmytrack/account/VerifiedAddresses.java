package com.howsmytrack.account;

import org.springframework.stereotype.Component;

/// Whether mail that nobody asked for waits until an address is verified. If not, every address counts as verified.
@Component
public class VerifiedAddresses {

	private final boolean required;

	VerifiedAddresses(AccountSettings settings) {
		this.required = settings.verifyAddresses();
	}

	/// Whether letters about groups go to verified addresses only: those of accounts that
	/// have an `email_verified_at`.
	public boolean areRequired() {
		return this.required;
	}

	boolean include(Account account) {
		return !this.required || account.hasVerifiedEmail();
	}

}
