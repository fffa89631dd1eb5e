package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;

/// What one of the two sides said below a response.
///
/// @param byOwner of the track; otherwise it was said by who wrote the response
/// @param hoursLater than the response
/// @param closing whether it closed the conversation
/// @param read whether the other side has read it
record DemoReply(boolean byOwner, int hoursLater, boolean closing, boolean read, String text) {

	Instant writtenAt(Instant submittedAt) {
		return submittedAt.plus(Duration.ofHours(this.hoursLater));
	}

}
