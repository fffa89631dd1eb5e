package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The number of statements of an operation, counted by pg_stat_statements. The statements of background tasks are counted
/// before and subtracted.
final class StatementCount {

	private static final int OPERATIONS = 200;

	private static final int IDLE_MILLISECONDS = 4_000;

	private final Database admin;

	private final String measured;

	private final Service service;

	/// The statements of background tasks, with their number per second.
	private final Map<String, Double> background = new HashMap<>();

	private StatementCount(Database admin, String measured, Service service) throws InterruptedException, SQLException {
		this.admin = admin;
		this.measured = measured;
		this.service = service;
		reset();
		Thread.sleep(IDLE_MILLISECONDS);
		calls().forEach((statement, calls) -> this.background.put(statement, calls * 1_000.0 / IDLE_MILLISECONDS));
	}

	/// Null if the database has no pg_stat_statements.
	static StatementCount on(Database admin, Database database, Service service)
			throws InterruptedException, SQLException {
		try {
			admin.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
			admin.ask("SELECT count(*) FROM pg_stat_statements");
		}
		catch (SQLException without) {
			return null;
		}
		return new StatementCount(admin, database.name(), service);
	}

	double of(Operation operation, Workload workload) throws IOException, InterruptedException, SQLException {
		workload.reset(operation);
		List<String> lines = workload.lines(operation);
		int count = Math.min(OPERATIONS, lines.size());
		Progress.print("statements of " + operation.field());
		reset();
		long begun = System.nanoTime();
		for (String line : lines.subList(0, count)) {
			String[] tokenAndSubject = line.split(" ");
			this.service.post(tokenAndSubject[0], operation.body(tokenAndSubject[1]));
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		double calls = 0;
		for (Map.Entry<String, Long> statement : calls().entrySet()) {
			double each = (statement.getValue() - inBackground(statement.getKey(), seconds)) / count;
			if (each > 0) {
				Progress.print("  %.2f times %s".formatted(each, statement.getKey()));
			}
			calls += Math.max(0, each);
		}
		workload.reset(operation);
		return Math.round(calls * 10) / 10.0;
	}

	/// Operations and background tasks have only the ends of transactions in common.
	private double inBackground(String statement, double seconds) {
		Double perSecond = this.background.get(statement);
		if (perSecond == null) {
			return 0;
		}
		return statement.matches("(?i)(BEGIN|COMMIT|ROLLBACK).*") ? perSecond * seconds : Double.MAX_VALUE;
	}

	private void reset() throws SQLException {
		this.admin.execute("SELECT pg_stat_statements_reset()");
	}

	private Map<String, Long> calls() throws SQLException {
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
