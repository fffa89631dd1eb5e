package com.howsmytrack.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

/// Tells a database that cannot be reached from everything else that can go wrong with one.
public final class DatabaseOutage {

	/// Connection exceptions of the SQL standard.
	private static final String CONNECTION = "08";

	/// PostgreSQL is shutting down, crashed, or not up yet.
	private static final String OPERATOR_INTERVENTION = "57P";

	/// What the pool says of a connection that broke a moment ago. It gives no state.
	private static final String CLOSED_BY_THE_POOL = "Connection is closed";

	/// Nobody nests deeper, unless in a circle.
	private static final int DEEPEST = 50;

	private DatabaseOutage() {
	}

	/// Whether it lies at the bottom of a failure.
	public static boolean isCauseOf(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
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
