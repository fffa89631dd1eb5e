package com.howsmytrack.account.admin;

import java.time.OffsetDateTime;
import java.util.Map;

import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditSubject;
import org.jspecify.annotations.Nullable;

/// A row of the audit log as operators see it.
///
/// @param operatorId null for the command line
/// @param operatorEmail null for the command line, and if that account was deleted
public record AuditEntryView(long id, OffsetDateTime createdAt, @Nullable Long operatorId,
		@Nullable String operatorEmail, AuditAction action, @Nullable AuditSubject subject, @Nullable Long subjectId,
		@Nullable Long personId, @Nullable String reason, Map<String, Object> details) {

	static AuditEntryView of(AuditEntry entry, @Nullable String operatorEmail) {
		return new AuditEntryView(entry.id(), entry.createdAt(), entry.operatorId(), operatorEmail, entry.action(),
				entry.subject(), entry.subjectId(), entry.personId(), entry.reason(), entry.details());
	}

}
