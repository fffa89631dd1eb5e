package com.howsmytrack.audit;

import org.jspecify.annotations.Nullable;

/// Selects rows of the audit log. A null component selects all.
public record AuditFilter(@Nullable Long operator, @Nullable Long person, @Nullable AuditAction action,
		@Nullable AuditSubject subject, @Nullable Long subjectId) {

	public static AuditFilter about(AuditSubject subject, long subjectId) {
		return new AuditFilter(null, null, null, subject, subjectId);
	}

	public static AuditFilter aboutPerson(long person) {
		return new AuditFilter(null, person, null, null, null);
	}

}
