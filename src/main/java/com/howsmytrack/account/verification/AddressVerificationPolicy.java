package com.howsmytrack.account.verification;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.VerifiedAddressUse;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.AddressSettings;
import com.howsmytrack.graphql.UserError;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Decides by the setting `verify-addresses` which addresses count as verified.
@Component
public class AddressVerificationPolicy implements VerifiedAddresses {

	private static final String ADDRESS_REFUSED = "No mail about this request will come: the mail server of your address has "
			+ "refused our last mails. Check the address in the settings, or change it.";

	private static final String ADDRESS_NOT_VERIFIED = "No mail about this request will come until you confirm your email "
			+ "address: open the link in the mail that we sent you.";

	private final ObjectProvider<AccountService> accounts;

	private final VerifiedAddressUse neededFor;

	/// @param accounts is created for the first check only: jobs need the setting, and
	/// run without Hibernate
	AddressVerificationPolicy(ObjectProvider<AccountService> accounts, AccountSettings settings,
			AddressSettings addressSettings) {
		this.accounts = accounts;
		if (!settings.verifyAddresses()) {
			this.neededFor = VerifiedAddressUse.NOTHING;
		}
		else {
			this.neededFor = addressSettings.verifiedForRequests() ? VerifiedAddressUse.REQUESTS_AND_MAILS
					: VerifiedAddressUse.MAILS;
		}
	}

	@Override
	public VerifiedAddressUse neededFor() {
		return this.neededFor;
	}

	boolean areNeededForRequests() {
		return this.neededFor == VerifiedAddressUse.REQUESTS_AND_MAILS;
	}

	/// Sends no statement if no address has to be verified.
	@Override
	public Optional<UserError> check(AccountId member) {
		if (!areNeededForRequests()) {
			return Optional.empty();
		}
		Optional<AccountSnapshot> account = this.accounts.getObject().find(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		return account.get().emailVerified() ? Optional.empty() : Optional.of(VerificationErrors.EMAIL_NOT_VERIFIED);
	}

	@Override
	public Optional<String> noMailNotice(AccountId member) {
		return this.accounts.getObject().find(member).flatMap((account) -> {
			if (account.emailRefused()) {
				return Optional.of(ADDRESS_REFUSED);
			}
			return countsAsVerified(account) ? Optional.empty() : Optional.of(ADDRESS_NOT_VERIFIED);
		});
	}

	public boolean countsAsVerified(AccountSnapshot account) {
		return !areRequired() || account.emailVerified();
	}

}
