package com.howsmytrack.account.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// An account as operators see it.
///
/// @param disabledAt null for an account that is not disabled
public record PersonRecord(long id, String email, boolean emailVerified, boolean operator,
		@Nullable OffsetDateTime disabledAt, boolean sendReminderEmails, boolean sendGroupEmails,
		OffsetDateTime registeredAt) {
}
