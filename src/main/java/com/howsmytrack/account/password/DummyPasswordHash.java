package com.howsmytrack.account.password;

/// Takes the place of the hash of an account that does not exist, so that a sign-in takes the same time with unknown
/// and known addresses. No password matches it.
///
/// The hash is random, not computed: computing a hash with cold code would add a second to each start.
public record DummyPasswordHash(String value) {
}
