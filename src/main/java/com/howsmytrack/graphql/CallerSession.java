package com.howsmytrack.graphql;

/// The session of a signed-in caller. It may end while the caller has an open stream.
public interface CallerSession {

	/// The account id of the caller.
	long member();

	/// Executes no SQL.
	State state();

	enum State {

		ACTIVE,

		/// The token that the caller has sent is too old. The session may have a later
		/// token.
		EXPIRED,

		/// The caller has signed out or has a new password, or the account was disabled
		/// or deleted.
		REVOKED

	}

}
