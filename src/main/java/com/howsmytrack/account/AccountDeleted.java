package com.howsmytrack.account;

/// A person deletes their account. Announced within the transaction that removes it, before it is gone, so that
/// other modules can let go of what they keep about the person.
public record AccountDeleted(AccountId account) {
}
