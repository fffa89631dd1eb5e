package com.howsmytrack.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The content of an audit entry, besides the operator, the time and the reason.
///
/// @param subject null, like its id, if the change does not concern a single object
/// @param person the account that the change concerns; null if there is none
/// @param details ids, numbers and names of the schema; no texts and no names of members
public record AuditNote(AuditAction action, @Nullable AuditSubject subject, @Nullable Long subjectId,
		@Nullable Long person, Map<String, @Nullable Object> details) {
}
