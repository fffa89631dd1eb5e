package com.howsmytrack.account.verification;

import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;

import org.springframework.stereotype.Component;

/// Decides by the setting `verify-addresses` which addresses count as verified.
@Component
public class AddressVerificationPolicy implements VerifiedAddresses {

	private final boolean required;

	AddressVerificationPolicy(AccountSettings settings) {
		this.required = settings.verifyAddresses();
	}

	@Override
	public boolean areRequired() {
		return this.required;
	}

	public boolean countsAsVerified(AccountSnapshot account) {
		return !this.required || account.emailVerified();
	}

}
