package com.howsmytrack.account;

/// What members need a verified address for. The names are those of the schema.
public enum VerifiedAddressUse {

	/// Every address counts as verified.
	NOTHING,

	MAILS,

	REQUESTS_AND_MAILS

}
