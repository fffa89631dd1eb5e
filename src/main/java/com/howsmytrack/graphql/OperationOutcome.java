package com.howsmytrack.graphql;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// How an operation went, for those who watch the service.
public enum OperationOutcome {

	/// It was executed without errors.
	OK,

	/// A rule did not allow it, or the document or an argument was invalid.
	REJECTED,

	/// It exceeded a document limit, a rate limit or the time limit.
	LIMITED,

	/// The code has a defect, or the database is unavailable.
	ERROR;

	private static final Set<String> LIMITS = Set.of(DocumentLimits.CODE, TimeLimit.CODE.name(),
			ErrorCode.TOO_MANY_ATTEMPTS.name());

	/// Also of errors that the library makes of our answers.
	private static final Set<String> FAILURES = Set.of("INTERNAL_ERROR", "SERVICE_UNAVAILABLE",
			"DATA_FETCHING_EXCEPTION", "NULL_VALUE_IN_NON_NULLABLE_FIELD");

	/// As metrics and traces write it.
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// @param code of an error or a refusal
	static OperationOutcome ofCode(@Nullable Object code) {
		if (code == null || FAILURES.contains(code)) {
			return ERROR;
		}
		return LIMITS.contains(code) ? LIMITED : REJECTED;
	}

	/// Of several, the one that somebody should hear of.
	OperationOutcome or(OperationOutcome other) {
		return (other.compareTo(this) > 0) ? other : this;
	}

}
