package com.howsmytrack.account;

import java.util.Optional;

import com.howsmytrack.graphql.UserError;

/// Decides what an account can do before its address is verified: it gets no mail that the member did not request, such
/// as mail about a new group, and it can create no requests, unless a setting allows requests without a verified address.
public interface VerifiedAddresses {

	/// What the settings require a verified address for.
	VerifiedAddressUse neededFor();

	/// Whether such mail goes only to accounts with an `email_verified_at`. If not, every
	/// address counts as verified.
	default boolean areRequired() {
		return neededFor() != VerifiedAddressUse.NOTHING;
	}

	/// Empty if the member may create requests.
	Optional<UserError> check(AccountId member);

	/// Tells the member why no mails about requests come, and what to do. Empty if they
	/// come.
	Optional<String> noMailNotice(AccountId member);

}
