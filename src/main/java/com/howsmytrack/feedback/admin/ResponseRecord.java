package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import com.howsmytrack.persistence.RowPosition;
import org.jspecify.annotations.Nullable;

/// A response as operators see it.
///
/// @param writerId null, like the address, if the account was deleted
/// @param ownerId the owner of the track; null, like the address, if the account was deleted or the request was removed
/// @param submittedAt null for a form
record ResponseRecord(long id, long requestId, @Nullable Long groupId, @Nullable Long writerId,
		@Nullable String writerEmail, @Nullable Long ownerId, @Nullable String ownerEmail, @Nullable String feedback,
		boolean allowReplies, @Nullable OffsetDateTime submittedAt, @Nullable Integer rating) {

	/// The position in a list that is ordered by request.
	RowPosition position() {
		return new RowPosition(this.requestId, this.id);
	}

}
