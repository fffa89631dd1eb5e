package com.howsmytrack.account;

/// Tells which addresses get mail that the member did not ask for at that moment, such as mail about a new group.
public interface VerifiedAddresses {

	/// Whether such mail goes only to accounts with an `email_verified_at`. If not, every
	/// address counts as verified.
	boolean areRequired();

}
