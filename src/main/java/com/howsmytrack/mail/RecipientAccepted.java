package com.howsmytrack.mail;

/// The mail server accepted a mail for its recipient. Published in the transaction that marks the mail as sent.
///
/// @param account the account that the mail is about
/// @param recipient the address, which the account may have changed meanwhile
public record RecipientAccepted(long account, String recipient) {
}
