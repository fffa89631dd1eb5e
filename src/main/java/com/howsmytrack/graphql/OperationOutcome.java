package com.howsmytrack.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;

/// The outcome of an operation, for metrics and traces.
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

	/// Includes the codes of graphql-java's own errors about results.
	private static final Set<String> FAILURES = Set.of("INTERNAL_ERROR", "SERVICE_UNAVAILABLE",
			"DATA_FETCHING_EXCEPTION", "NULL_VALUE_IN_NON_NULLABLE_FIELD");

	/// The name in metrics and traces.
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/// @param code of a GraphQL error or a user error
	static OperationOutcome ofCode(@Nullable Object code) {
		if (code == null || FAILURES.contains(code)) {
			return ERROR;
		}
		return LIMITS.contains(code) ? LIMITED : REJECTED;
	}

	/// The most severe outcome of these errors.
	static OperationOutcome of(List<GraphQLError> errors) {
		return errors.stream()
			.map(GraphQLError::getExtensions)
			.map((extensions) -> ofCode((extensions != null) ? extensions.get("code") : null))
			.reduce(OK, OperationOutcome::or);
	}

	/// The more severe of two outcomes.
	OperationOutcome or(OperationOutcome other) {
		return (other.compareTo(this) > 0) ? other : this;
	}

}
