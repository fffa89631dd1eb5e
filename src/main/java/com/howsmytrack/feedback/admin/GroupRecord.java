package com.howsmytrack.feedback.admin;

import java.time.OffsetDateTime;

/// A group as operators see it.
///
/// @param requests how many are in it, with a track or without
/// @param responsesAsked how many forms were made, those aside that went with a member
/// @param responsesGiven how many of those were submitted
public record GroupRecord(long id, String name, OffsetDateTime createdAt, int requests, int responsesAsked,
		int responsesGiven) {
}
