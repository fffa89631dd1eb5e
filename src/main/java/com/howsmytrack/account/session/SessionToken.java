package com.howsmytrack.account.session;

import java.time.Instant;

import com.howsmytrack.account.AccountId;

/// What a session cookie says.
///
/// @param id tells it from every other
/// @param session begins with a password and is continued by refreshing: several tokens, and what signing out ends
/// @param expiresAt after it, the cookie means signed out
/// @param firstSignInAt when the password was last typed; a refreshed token keeps it
/// @param generation of the account's sessions; once the account has begun another, this one is over
public record SessionToken(String id, String session, AccountId account, Instant expiresAt, Instant firstSignInAt,
		int generation) {
}
