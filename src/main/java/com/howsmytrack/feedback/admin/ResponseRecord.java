package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// A response as operators see it.
///
/// @param writerId null, as the address, once they have left
/// @param ownerId of the track; null, as the address, once they have left or were taken out of the group
/// @param submittedAt null for a form
public record ResponseRecord(long id, long requestId, @Nullable Long groupId, @Nullable Long writerId,
		@Nullable String writerEmail, @Nullable Long ownerId, @Nullable String ownerEmail, @Nullable String feedback,
		boolean allowReplies, @Nullable OffsetDateTime submittedAt, @Nullable Integer rating) {
}
