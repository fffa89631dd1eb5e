package com.howsmytrack.mail;

import java.time.Instant;
import java.util.UUID;

/// A queued mail that this dispatcher has claimed in order to send it.
///
/// @param request the mail as it was queued
/// @param failures the number of failed attempts so far
/// @param recipientRefused whether a former attempt ended because the mail server refused the address
record OutgoingMail(long id, UUID messageId, Mail request, Instant createdAt, int failures, boolean recipientRefused) {

	String kind() {
		return this.request.kind().name();
	}

}
