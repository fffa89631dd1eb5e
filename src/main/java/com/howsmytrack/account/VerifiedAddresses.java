package com.howsmytrack.account;

import java.util.Optional;

import com.howsmytrack.graphql.UserError;

/// Decides what an account can do before its address is verified: it gets no mail that the member did not request, such
/// as mail about a new group, and it can create no requests.
public interface VerifiedAddresses {

	/// Whether such mail goes only to accounts with an `email_verified_at`. If not, every
	/// address counts as verified.
	boolean areRequired();

	/// Empty if the address of the member counts as verified.
	Optional<UserError> check(AccountId member);

}
