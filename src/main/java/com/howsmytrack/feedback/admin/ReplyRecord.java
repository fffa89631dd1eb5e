package com.howsmytrack.feedback.admin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import com.howsmytrack.persistence.RowPosition;
import org.jspecify.annotations.Nullable;

/// A reply as operators see it.
///
/// @param fromOwner whether the owner of the track wrote it; otherwise the responder did
/// @param writerId null, like the address, if the account was deleted
/// @param readAt null if the other member has not read it
record ReplyRecord(long id, long responseId, boolean fromOwner, @Nullable Long writerId, @Nullable String writerEmail,
		String text, boolean allowReplies, OffsetDateTime createdAt, @Nullable OffsetDateTime readAt) {

	/// The position in a list that is ordered by time.
	RowPosition position() {
		return new RowPosition(ChronoUnit.MICROS.between(Instant.EPOCH, this.createdAt.toInstant()), this.id);
	}

}
