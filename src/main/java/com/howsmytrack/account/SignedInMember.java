package com.howsmytrack.account;

/// The principal of a request with a valid cookie.
///
/// @param token the cookie's own, for the operations about the session itself
public record SignedInMember(AccountId account, SessionToken token) {
}
