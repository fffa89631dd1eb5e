package com.howsmytrack.audit;

import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One row of the audit log.
///
/// @param operatorId null for the command line
/// @param operatorEmail the operator's address when the row was written; null for the command line
public record AuditEntry(long id, OffsetDateTime createdAt, @Nullable Long operatorId, @Nullable String operatorEmail,
		AuditAction action, @Nullable AuditSubject subject, @Nullable Long subjectId, @Nullable Long personId,
		@Nullable String reason, Map<String, Object> details) {

	/// Without everything that could identify the person: operators name members in
	/// reasons, and the details have the number of forms that the person owed.
	AuditEntry withoutPerson() {
		return new AuditEntry(this.id, this.createdAt, this.operatorId, this.operatorEmail, this.action, this.subject,
				this.subjectId, null, null, Map.of());
	}

}
