package com.howsmytrack.account;

/// A person registered. Published in the transaction that stores the account.
public record AccountRegistered(AccountId account) {
}
