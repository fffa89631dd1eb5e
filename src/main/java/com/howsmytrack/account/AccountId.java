package com.howsmytrack.account;

/// Identifies an account. The id never changes, unlike the address.
public record AccountId(long value) {
}
