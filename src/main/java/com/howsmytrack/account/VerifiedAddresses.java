package com.howsmytrack.account;

/// Decides whether an address must be verified before it gets mail that the member did not request, such as mail about
/// a new group.
public interface VerifiedAddresses {

	/// Whether such mail goes only to accounts with an `email_verified_at`. If not, every
	/// address counts as verified.
	boolean areRequired();

}
