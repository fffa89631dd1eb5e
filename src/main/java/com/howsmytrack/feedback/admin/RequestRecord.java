package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// A request as operators see it.
///
/// @param personId whose it is; null, as the address, once they have left or were taken out of the group
/// @param groupId null while it is pending
public record RequestRecord(long id, @Nullable Long personId, @Nullable String personEmail, @Nullable String mediaUrl,
		@Nullable String mediaType, String genre, @Nullable String feedbackPrompt, boolean emailWhenGrouped,
		@Nullable Long groupId, OffsetDateTime createdAt) {
}
