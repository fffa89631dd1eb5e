package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// How many statements an operation sends, counted by the database. What the service does in the background meanwhile is
/// counted while it is left alone, and taken away.
final class StatementCount {

	private static final int OPERATIONS = 200;

	private static final int IDLE_MILLISECONDS = 4_000;

	private final Database admin;

	private final String measured;

	private final Service service;

	private final double idlePerSecond;

	private StatementCount(Database admin, String measured, Service service) throws InterruptedException, SQLException {
		this.admin = admin;
		this.measured = measured;
		this.service = service;
		reset();
		Thread.sleep(IDLE_MILLISECONDS);
		this.idlePerSecond = calls() / (IDLE_MILLISECONDS / 1_000.0);
	}

	/// Null where the database does not count.
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

	double of(Operation operation, Crowd crowd) throws IOException, InterruptedException, SQLException {
		crowd.reset(operation);
		List<String> lines = crowd.lines(operation);
		int count = Math.min(OPERATIONS, lines.size());
		reset();
		long begun = System.nanoTime();
		for (String line : lines.subList(0, count)) {
			String[] tokenAndSubject = line.split(" ");
			this.service.post(tokenAndSubject[0], operation.body(tokenAndSubject[1]));
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		double calls = calls() - this.idlePerSecond * seconds;
		crowd.reset(operation);
		return Math.round(calls / count * 10) / 10.0;
	}

	private void reset() throws SQLException {
		this.admin.execute("SELECT pg_stat_statements_reset()");
	}

	private long calls() throws SQLException {
		return this.admin.count("""
				SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
				WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '%s')""".formatted(this.measured));
	}

}
