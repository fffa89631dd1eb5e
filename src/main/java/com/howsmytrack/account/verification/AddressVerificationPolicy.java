package com.howsmytrack.account.verification;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.graphql.UserError;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Decides by the setting `verify-addresses` which addresses count as verified.
@Component
public class AddressVerificationPolicy implements VerifiedAddresses {

	private final ObjectProvider<AccountService> accounts;

	private final boolean required;

	/// @param accounts is created for the first check only: jobs need the setting, and
	/// run without Hibernate
	AddressVerificationPolicy(ObjectProvider<AccountService> accounts, AccountSettings settings) {
		this.accounts = accounts;
		this.required = settings.verifyAddresses();
	}

	@Override
	public boolean areRequired() {
		return this.required;
	}

	/// Sends no statement if no address has to be verified.
	@Override
	public Optional<UserError> check(AccountId member) {
		if (!this.required) {
			return Optional.empty();
		}
		Optional<AccountSnapshot> account = this.accounts.getObject().find(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		return account.get().emailVerified() ? Optional.empty() : Optional.of(VerificationErrors.EMAIL_NOT_VERIFIED);
	}

	public boolean countsAsVerified(AccountSnapshot account) {
		return !this.required || account.emailVerified();
	}

}
