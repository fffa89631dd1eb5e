package com.howsmytrack.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

/// Recognizes failures that mean that the database is unavailable.
public final class DatabaseOutage {

	/// Class of SQL states: connection exceptions.
	private static final String CONNECTION = "08";

	/// Start of SQL states: PostgreSQL is stopping, has crashed or is starting.
	private static final String OPERATOR_INTERVENTION = "57P";

	/// The pool's message about a broken connection. It has no SQL state.
	private static final String CLOSED_BY_THE_POOL = "Connection is closed";

	/// A limit for chains of causes that contain a cycle.
	private static final int MAX_DEPTH = 50;

	private DatabaseOutage() {
	}

	/// Whether a cause of the failure is an outage.
	public static boolean isCauseOf(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (cause instanceof SQLTransientConnectionException
					|| (cause instanceof SQLException sql && isOutage(sql.getSQLState(), sql.getMessage()))) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean isOutage(@Nullable String state, @Nullable String message) {
		return (state != null) ? state.startsWith(CONNECTION) || state.startsWith(OPERATOR_INTERVENTION)
				: CLOSED_BY_THE_POOL.equals(message);
	}

}
