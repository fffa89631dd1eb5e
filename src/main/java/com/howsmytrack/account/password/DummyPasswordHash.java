package com.howsmytrack.account.password;

/// Stands in for the password hash of an account that does not exist, so that guessing addresses takes as long as guessing
/// passwords. No password fits.
///
/// It is made up, not computed: a hash in cold code would cost every start a second.
public record DummyPasswordHash(String value) {
}
