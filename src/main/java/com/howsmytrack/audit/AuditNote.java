package com.howsmytrack.audit;

import java.util.Map;

import com.howsmytrack.account.AccountId;
import org.jspecify.annotations.Nullable;

/// What the log is to say about a change, apart from who made it, when and why.
///
/// @param subject null, as its id, where it is not one thing
/// @param person whom it is about, if anybody
/// @param details ids and numbers, nothing that members wrote or are called
public record AuditNote(AuditAction action, @Nullable AuditSubject subject, @Nullable Long subjectId,
		@Nullable Long person, Map<String, @Nullable Object> details) {

	public static AuditNote about(AuditAction action, AccountId person) {
		return new AuditNote(action, AuditSubject.PERSON, person.value(), person.value(), Map.of());
	}

	public static AuditNote about(AuditAction action, AuditSubject subject, long subjectId, @Nullable Long person,
			Map<String, @Nullable Object> details) {
		return new AuditNote(action, subject, subjectId, person, details);
	}

}
