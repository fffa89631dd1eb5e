package com.howsmytrack.account;

import java.time.Instant;

/// What a session cookie says.
///
/// @param id tells it from every other
/// @param expiresAt after it, the cookie means signed out
/// @param firstSignInAt when the password was last typed; a refreshed token keeps it
/// @param generation of the account's sessions; once the account has begun another, this one is over
public record SessionToken(String id, AccountId account, Instant expiresAt, Instant firstSignInAt, int generation) {
}
