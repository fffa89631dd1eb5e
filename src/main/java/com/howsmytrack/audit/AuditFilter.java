package com.howsmytrack.audit;

import org.jspecify.annotations.Nullable;

/// Selects rows of the audit log. A null component selects all.
///
/// @param detail an id in the details
public record AuditFilter(@Nullable Long operator, @Nullable Long person, @Nullable AuditAction action,
		@Nullable AuditSubject subject, @Nullable Long subjectId, @Nullable AuditDetail detail) {

	public static AuditFilter about(AuditSubject subject, long subjectId) {
		return new AuditFilter(null, null, null, subject, subjectId, null);
	}

	public static AuditFilter aboutPerson(long person) {
		return new AuditFilter(null, person, null, null, null, null);
	}

	public static AuditFilter withDetail(AuditDetail detail) {
		return new AuditFilter(null, null, null, null, null, detail);
	}

}
