package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What a member wrote about a track.
///
/// @param by the name of the member
/// @param hoursLater than the group was formed
/// @param rating null until the owner of the track has given one
record DemoResponse(String by, int hoursLater, boolean allowReplies, @Nullable Integer rating, String feedback) {

	Instant submittedAt(Instant formedAt) {
		return formedAt.plus(Duration.ofHours(this.hoursLater));
	}

}
