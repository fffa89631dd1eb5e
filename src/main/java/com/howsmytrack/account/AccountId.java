package com.howsmytrack.account;

/// Names a person for good, whatever becomes of their address.
public record AccountId(long value) {
}
