package com.howsmytrack.audit;

import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A line of the log.
///
/// @param operatorId null for the command line
/// @param operatorEmail null also once that account is gone
public record AuditEntry(long id, OffsetDateTime createdAt, @Nullable Long operatorId, @Nullable String operatorEmail,
		AuditAction action, @Nullable AuditSubject subject, @Nullable Long subjectId, @Nullable Long personId,
		@Nullable String reason, Map<String, Object> details) {
}
