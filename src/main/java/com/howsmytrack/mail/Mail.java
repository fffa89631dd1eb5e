package com.howsmytrack.mail;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A mail to be queued: the data that the [MailTemplate] of its kind needs to write it.
///
/// @param account the account that the mail is about; the row is deleted with that account; null if it is about none,
/// or if the account is looked up only when the mail is written
/// @param recipient the address at the time of queueing
/// @param facts parameters of the template; never secrets, because they are stored in the table
public record Mail(MailKind kind, @Nullable Long account, String recipient, Map<String, Object> facts) {
}
