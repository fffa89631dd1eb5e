package com.howsmytrack.mail;

import java.time.Instant;
import java.util.UUID;

/// A queued mail that this dispatcher has claimed in order to send it.
///
/// @param request the mail as it was queued
/// @param failures the number of failed attempts so far
record OutgoingMail(long id, UUID messageId, Mail request, Instant createdAt, int failures) {

	String kind() {
		return this.request.kind().name();
	}

}
