package com.howsmytrack.persistence;

import java.util.Optional;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Reads from a refused write which constraint refused it, so that a race gets the message of the check
/// it slipped past.
public final class ViolatedConstraint {

	private ViolatedConstraint() {
	}

	/// The name of the constraint or unique index, as the migrations give it.
	public static Optional<String> in(DataIntegrityViolationException refused) {
		return (NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException cause)
				? Optional.ofNullable(cause.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
				: Optional.empty();
	}

}
