package com.howsmytrack.account.session;

import java.util.Optional;

import com.howsmytrack.account.AccountId;

/// The session of the current thread's request, for pages that are not GraphQL operations.
public final class CurrentSession {

	private CurrentSession() {
	}

	/// Empty without a valid cookie, and on paths that the session filter does not cover.
	public static Optional<AccountId> member() {
		return SignedInMember.current().map(SignedInMember::account);
	}

}
