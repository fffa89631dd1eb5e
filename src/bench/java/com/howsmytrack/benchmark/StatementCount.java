package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The number of statements of an operation. The statements of background tasks are counted
/// before and subtracted.
final class StatementCount {

	private static final int OPERATIONS = 200;

	private static final int IDLE_MILLISECONDS = 4_000;

	private final ExecutedStatements executed;

	private final Service service;

	/// The statements of background tasks, with their number per second.
	private final Map<String, Double> background = new HashMap<>();

	StatementCount(ExecutedStatements executed, Service service) throws InterruptedException, SQLException {
		this.executed = executed;
		this.service = service;
		executed.reset();
		Thread.sleep(IDLE_MILLISECONDS);
		executed.calls().forEach((statement, calls) -> this.background.put(statement, calls * 1_000.0 / IDLE_MILLISECONDS));
	}

	double of(Operation operation, Workload workload) throws IOException, InterruptedException, SQLException {
		workload.reset(operation);
		List<String> lines = workload.lines(operation);
		double statements = of(operation.field(), Math.min(OPERATIONS, lines.size()), (number) -> {
			String[] tokenAndSubject = lines.get(number).split(" ");
			this.service.post(tokenAndSubject[0], operation.body(tokenAndSubject[1]));
		});
		workload.reset(operation);
		return statements;
	}

	/// The number of statements of a page that is the same for everybody.
	double of(String path) throws IOException, InterruptedException, SQLException {
		return of(path, OPERATIONS, (_) -> this.service.get(path));
	}

	private interface Call {

		void send(int number) throws IOException, InterruptedException;

	}

	private double of(String name, int count, Call call) throws IOException, InterruptedException, SQLException {
		Progress.print("statements of " + name);
		this.executed.reset();
		long begun = System.nanoTime();
		for (int number = 0; number < count; number++) {
			call.send(number);
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		double calls = 0;
		for (Map.Entry<String, Long> statement : this.executed.calls().entrySet()) {
			double each = (statement.getValue() - inBackground(statement.getKey(), seconds)) / count;
			if (each > 0) {
				Progress.print("  %.2f times %s".formatted(each, statement.getKey()));
			}
			calls += Math.max(0, each);
		}
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

}
