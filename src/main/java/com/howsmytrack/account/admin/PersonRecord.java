package com.howsmytrack.account.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// An account as operators see it.
///
/// @param email as members see it
/// @param emailRefused whether the address is marked, because the mail server refused several mails to it
/// @param disabledAt null for an account that is not disabled
public record PersonRecord(long id, String email, boolean emailVerified, boolean emailRefused, boolean operator,
		@Nullable OffsetDateTime disabledAt, boolean sendReminderEmails, boolean sendGroupEmails,
		OffsetDateTime registeredAt) {
}
