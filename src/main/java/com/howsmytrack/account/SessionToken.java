package com.howsmytrack.account;

import java.time.Instant;

/// What a session cookie says.
///
/// @param expiresAt after it, the cookie means signed out
/// @param firstSignInAt when the password was last typed; a refreshed token keeps it
public record SessionToken(AccountId account, Instant expiresAt, Instant firstSignInAt) {
}
