package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/// A reply as operators see it.
///
/// @param fromOwner whether the owner of the track wrote it, rather than who wrote the response
/// @param writerId null, as the address, once they have left
/// @param readAt null until the other side has read it
public record ReplyRecord(long id, long responseId, boolean fromOwner, @Nullable Long writerId,
		@Nullable String writerEmail, String text, boolean allowReplies, OffsetDateTime createdAt,
		@Nullable OffsetDateTime readAt) {
}
