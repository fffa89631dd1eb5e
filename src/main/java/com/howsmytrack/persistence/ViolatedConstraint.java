package com.howsmytrack.persistence;

import java.util.Optional;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Finds the violated constraint of a failed write, so that a concurrent change gives the same message as the check
/// before the write.
public final class ViolatedConstraint {

	private ViolatedConstraint() {
	}

	/// The name of the constraint or unique index, as in the migrations.
	public static Optional<String> in(DataIntegrityViolationException violation) {
		return (NestedExceptionUtils.getMostSpecificCause(violation) instanceof PSQLException cause)
				? Optional.ofNullable(cause.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
				: Optional.empty();
	}

}
