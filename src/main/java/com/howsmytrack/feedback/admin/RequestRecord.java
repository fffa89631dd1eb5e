package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// A request as operators see it.
///
/// @param personId the owner; null, like the address, if the account was deleted or the request was removed, and for the
/// requests of other members in an own group of the operator
/// @param groupId null if the request is pending
record RequestRecord(long id, @Nullable Long personId, @Nullable String personEmail, @Nullable String mediaUrl,
		@Nullable String mediaType, String genre, @Nullable String feedbackPrompt, boolean emailWhenGrouped,
		@Nullable Long groupId, OffsetDateTime createdAt) {
}
