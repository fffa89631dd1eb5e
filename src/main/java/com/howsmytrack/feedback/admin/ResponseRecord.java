package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

import com.howsmytrack.persistence.RowPosition;
import org.jspecify.annotations.Nullable;

/// A response as operators see it. A hidden response, in an own group of the operator, has ids only.
///
/// @param writerId null, like the address, if the account was deleted, and if hidden
/// @param ownerId the owner of the track; null, like the address, if the account was deleted or the request was removed,
/// and if hidden
/// @param submittedAt null for a form, and if hidden
record ResponseRecord(long id, long requestId, @Nullable Long groupId, @Nullable Long writerId,
		@Nullable String writerEmail, @Nullable Long ownerId, @Nullable String ownerEmail, @Nullable String feedback,
		boolean allowReplies, @Nullable OffsetDateTime submittedAt, @Nullable Integer rating) {

	static ResponseRecord hidden(long id, long requestId, @Nullable Long groupId) {
		return new ResponseRecord(id, requestId, groupId, null, null, null, null, null, false, null, null);
	}

	/// The position in a list that is ordered by request.
	RowPosition position() {
		return new RowPosition(this.requestId, this.id);
	}

}
