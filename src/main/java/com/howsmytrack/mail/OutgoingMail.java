package com.howsmytrack.mail;

import java.time.Instant;
import java.util.UUID;

/// A letter that a dispatcher took, to send it.
///
/// @param failures how often that went wrong before
record OutgoingMail(long id, UUID messageId, Mail mail, Instant createdAt, int failures) {
}
