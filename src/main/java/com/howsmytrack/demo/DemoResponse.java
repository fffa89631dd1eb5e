package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A submitted response.
///
/// @param by the name of the member
/// @param hoursLater hours after the group was formed
/// @param rating null if the owner of the track has not rated it
/// @param replies the oldest first
record DemoResponse(String by, int hoursLater, boolean allowReplies, @Nullable Integer rating, String feedback,
		List<DemoReply> replies) {

	DemoResponse(String by, int hoursLater, boolean allowReplies, @Nullable Integer rating, String feedback,
			@Nullable List<DemoReply> replies) {
		this.by = by;
		this.hoursLater = hoursLater;
		this.allowReplies = allowReplies;
		this.rating = rating;
		this.feedback = feedback;
		this.replies = Objects.requireNonNullElse(replies, List.of());
	}

	Instant submittedAt(Instant formedAt) {
		return formedAt.plus(Duration.ofHours(this.hoursLater));
	}

}
