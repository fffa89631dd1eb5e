package com.howsmytrack.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The statements that a database has executed, counted by pg_stat_statements.
record ExecutedStatements(Database admin, String measured) {

	/// Empty if the server has no pg_stat_statements.
	static Optional<ExecutedStatements> of(Database admin, Database measured) {
		try {
			admin.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
			admin.ask("SELECT count(*) FROM pg_stat_statements");
			return Optional.of(new ExecutedStatements(admin, measured.name()));
		}
		catch (SQLException without) {
			return Optional.empty();
		}
	}

	void reset() throws SQLException {
		this.admin.execute("SELECT pg_stat_statements_reset()");
	}

	/// The number of executions of each statement since the reset.
	Map<String, Long> calls() throws SQLException {
		Map<String, Long> calls = new HashMap<>();
		try (Connection connection = this.admin.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("""
						SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 100), sum(calls) FROM pg_stat_statements
						WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '%s') GROUP BY 1"""
					.formatted(this.measured))) {
			while (rows.next()) {
				calls.put(rows.getString(1), rows.getLong(2));
			}
		}
		return calls;
	}

}
