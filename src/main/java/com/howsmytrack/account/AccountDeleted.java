package com.howsmytrack.account;

/// A member deletes their account. Published in the transaction that deletes the row, before the row is deleted, so that
/// other modules can delete or anonymize their rows about the account.
public record AccountDeleted(AccountId account) {
}
