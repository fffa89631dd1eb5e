package com.howsmytrack.account.session;

import java.time.Instant;

import com.howsmytrack.account.AccountId;

/// The content of a session cookie.
///
/// @param id unique for each token
/// @param session the id of the session; refreshing creates another token of the same session
/// @param expiresAt the token is invalid afterwards
/// @param firstSignInAt the time of the sign-in with the password; refreshing keeps it
/// @param generation the account's generation of sessions at the sign-in; the session is revoked once the account has a
/// later one
record SessionToken(String id, String session, AccountId account, Instant expiresAt, Instant firstSignInAt,
		int generation) {
}
