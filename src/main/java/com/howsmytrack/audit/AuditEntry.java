package com.howsmytrack.audit;

import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One row of the audit log.
///
/// @param operatorId null for the command line
public record AuditEntry(long id, OffsetDateTime createdAt, @Nullable Long operatorId, AuditAction action,
		@Nullable AuditSubject subject, @Nullable Long subjectId, @Nullable Long personId, @Nullable String reason,
		Map<String, Object> details) {
}
