package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;

/// A reply to a response.
///
/// @param byOwner whether the owner of the track wrote it; otherwise the author of the response did
/// @param hoursLater hours after the response
/// @param closing whether it closes the conversation
/// @param read whether its reader has read it
record DemoReply(boolean byOwner, int hoursLater, boolean closing, boolean read, String text) {

	Instant writtenAt(Instant submittedAt) {
		return submittedAt.plus(Duration.ofHours(this.hoursLater));
	}

}
