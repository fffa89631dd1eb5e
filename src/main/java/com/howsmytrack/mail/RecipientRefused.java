package com.howsmytrack.mail;

/// The mail server refused the recipient of a mail for good, because of the address. Published once for each mail, in the
/// transaction that gives the mail up.
///
/// @param account the account that the mail is about
/// @param recipient the refused address, which the account may have changed meanwhile
public record RecipientRefused(long account, String recipient) {
}
