package com.howsmytrack.admin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.howsmytrack.mail.MailRecord;
import org.jspecify.annotations.Nullable;

/// A mail as operators see it.
record OutgoingMailView(long id, String kind, @Nullable Long personId, String recipient, MailRecord.State state,
		OffsetDateTime createdAt, @Nullable OffsetDateTime nextAttemptAt, int failures, boolean recipientRefused,
		@Nullable String lastError, @Nullable OffsetDateTime finishedAt) {

	static OutgoingMailView of(MailRecord mail) {
		boolean queued = mail.state() == MailRecord.State.QUEUED;
		return new OutgoingMailView(mail.id(), mail.kind(), mail.account(), mail.recipient(), mail.state(),
				utc(mail.createdAt()), queued ? utc(mail.dueAt()) : null, mail.failures(), mail.recipientRefused(),
				mail.lastError(), (mail.finishedAt() != null) ? utc(mail.finishedAt()) : null);
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
