package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

/// A group as operators see it.
///
/// @param requests the number of requests in it, trackless ones included
/// @param responsesAsked the number of forms, without deleted ones
/// @param responsesGiven how many of these are submitted
record GroupRecord(long id, String name, OffsetDateTime createdAt, int requests, int responsesAsked,
		int responsesGiven) {
}
