package com.howsmytrack.admin;

import java.time.OffsetDateTime;

import com.howsmytrack.mail.MailRecord;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

/// A mail as operators see it.
record OutgoingMailView(long id, String kind, @Nullable Long personId, String recipient, MailRecord.State state,
		OffsetDateTime createdAt, @Nullable OffsetDateTime nextAttemptAt, int failures, boolean recipientRefused,
		@Nullable String lastError, @Nullable OffsetDateTime finishedAt) {

	static OutgoingMailView of(MailRecord mail) {
		boolean queued = mail.state() == MailRecord.State.QUEUED;
		return new OutgoingMailView(mail.id(), mail.kind(), mail.account(), mail.recipient(), mail.state(),
				Timestamps.utc(mail.createdAt()), queued ? Timestamps.utc(mail.dueAt()) : null, mail.failures(),
				mail.recipientRefused(), mail.lastError(), Timestamps.utcOrNull(mail.finishedAt()));
	}

}
