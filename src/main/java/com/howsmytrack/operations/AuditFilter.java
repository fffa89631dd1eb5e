package com.howsmytrack.operations;

import org.jspecify.annotations.Nullable;

/// Which lines of the log are looked for. What is null is not looked at.
record AuditFilter(@Nullable Long operator, @Nullable Long person, @Nullable AuditAction action,
		@Nullable AuditSubject subject, @Nullable Long subjectId) {

	static AuditFilter about(AuditSubject subject, long subjectId) {
		return new AuditFilter(null, null, null, subject, subjectId);
	}

	static AuditFilter aboutPerson(long person) {
		return new AuditFilter(null, person, null, null, null);
	}

}
