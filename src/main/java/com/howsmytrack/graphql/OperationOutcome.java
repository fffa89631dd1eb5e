package com.howsmytrack.graphql;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// How an operation went, for those who watch the service.
public enum OperationOutcome {

	/// It did what it was asked for.
	OK,

	/// A rule said no, or nobody could have understood what was asked.
	REFUSED,

	/// It asked too much, too often, or took too long.
	LIMITED,

	/// We have a bug, or the database is gone.
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
		return LIMITS.contains(code) ? LIMITED : REFUSED;
	}

	/// Of several, the one that somebody should hear of.
	OperationOutcome or(OperationOutcome other) {
		return (other.compareTo(this) > 0) ? other : this;
	}

}
