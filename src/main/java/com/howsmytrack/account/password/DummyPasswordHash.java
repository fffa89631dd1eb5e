package com.howsmytrack.account.password;

/// Used if no account has the address of a sign-in, so that the sign-in takes the same time as for an existing account.
/// No password matches it.
///
/// The hash is random, not computed: computing a hash before the code is compiled would add a second to each start.
public record DummyPasswordHash(String value) {
}
