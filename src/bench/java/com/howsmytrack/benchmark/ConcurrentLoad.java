package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Measures the response times of members who pause between requests, without and with other work on the service. Each
/// operation has its own connections, so a slow operation does not delay another one.
final class ConcurrentLoad {

	private static final double P99_RATIO_LIMIT = 3;

	private static final List<Operation> READING_AND_WRITING = List.of(Operation.USER_DETAILS,
			Operation.FEEDBACK_GROUPS, Operation.FEEDBACK_GROUP, Operation.SUBMIT);

	private static final List<Operation> ALL = List.of(Operation.SIGN_IN, Operation.USER_DETAILS,
			Operation.FEEDBACK_GROUPS, Operation.FEEDBACK_GROUP, Operation.SUBMIT);

	private static final int CONNECTIONS = 8;

	/// 80 requests per second of each operation.
	private static final int PAUSE = 100;

	/// 4 sign-ins per second.
	private static final int PAUSE_BEFORE_SIGN_IN = 2_000;

	private static final int BURST = 50;

	private static final int START_SECONDS = 3;

	private final Workload workload;

	private final Service service;

	private final Report report;

	private final int seconds;

	private final int warmUp;

	ConcurrentLoad(Workload workload, Service service, Report report, Settings settings) {
		this.workload = workload;
		this.service = service;
		this.report = report;
		this.warmUp = settings.warmUp();
		this.seconds = settings.seconds() * settings.rounds();
	}

	private interface OtherWork {

		void execute() throws IOException, InterruptedException, SQLException;

	}

	void duringSignInBurst() throws IOException, InterruptedException, SQLException {
		Wrk.Result[] burst = new Wrk.Result[1];
		compare("Response times during 50 concurrent sign-ins", READING_AND_WRITING, () -> {
			burst[0] = this.workload.wrk(Operation.SIGN_IN, BURST, 0).run(this.service, this.seconds);
			this.report.check(Operation.SIGN_IN.field(), burst[0]);
			Progress.print(Table.format("%.0f sign-ins per second", burst[0].perSecond()));
		});
	}

	/// The same instance executes the assignment run.
	void duringAssignmentRun(Database database, String operatorToken) throws IOException, InterruptedException, SQLException {
		compare("Response times during an assignment run", ALL, () -> {
			String body = "{\"query\": \"mutation { runJob(job: ASSIGN_GROUPS, reason: \\\"Benchmark\\\") { success error } }\"}";
			long begun = System.nanoTime();
			this.service.post(operatorToken, body);
			while (database.count("SELECT count(*) FROM job_run WHERE outcome = 'RUNNING'") > 0) {
				Thread.sleep(200);
			}
			Progress.print(Table.format("the assignment run took %.1f s", (System.nanoTime() - begun) / 1e9));
			if (database.count("SELECT count(*) FROM job_run WHERE outcome = 'SUCCEEDED'") != 1) {
				this.report.addProblem("The assignment run under load failed, see target/benchmark/service.log");
			}
		});
	}

	private void compare(String title, List<Operation> operations, OtherWork work)
			throws IOException, InterruptedException, SQLException {
		Progress.print(title);
		// Not measured: warms up the JVM.
		during(operations, () -> this.workload.wrk(Operation.SIGN_IN, CONNECTIONS, 0).run(this.service, this.warmUp));
		Map<Operation, Wrk.Result> idle = during(operations, this::idle);
		Map<Operation, Wrk.Result> busy = during(operations, this::endlessLoop);
		Map<Operation, Wrk.Result> loaded = during(operations, work);
		Table table = this.report.table(title, "operation", "p50 ms without load", "p99 ms without load",
				"p99 ms beside an endless loop", "p50 ms", "p99 ms", "responses", "p99 ratio", "limit", "limits");
		for (Operation operation : operations) {
			Wrk.Result before = idle.get(operation);
			Wrk.Result underLoad = loaded.get(operation);
			if (before.answers() == 0 || underLoad.answers() == 0) {
				this.report.addProblem(operation.field() + ": no responses; increase benchmark.seconds");
				continue;
			}
			double ratio = underLoad.p99() / before.p99();
			table.add(operation.field(), Table.format("%.2f", before.p50()), Table.format("%.2f", before.p99()),
					Table.format("%.2f", busy.get(operation).p99()), Table.format("%.2f", underLoad.p50()),
					Table.format("%.2f", underLoad.p99()),
					underLoad.answers() + "", Table.format("%.2f", ratio), Table.format("%.0f", P99_RATIO_LIMIT),
					Table.limit(ratio < P99_RATIO_LIMIT));
			this.report.chart()
				.addRatio(operation.field() + (operations == ALL ? ", assignment run" : ", sign-ins"), ratio, P99_RATIO_LIMIT);
		}
	}

	private void idle() throws InterruptedException {
		Thread.sleep(this.seconds * 1_000L);
	}

	/// For comparison: one processor of the machine is busy with other work than the service's.
	private void endlessLoop() {
		long end = System.nanoTime() + this.seconds * 1_000_000_000L;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	private Map<Operation, Wrk.Result> during(List<Operation> operations, OtherWork work)
			throws IOException, InterruptedException, SQLException {
		this.workload.reset(Operation.SUBMIT);
		Map<Operation, Process> running = new EnumMap<>(Operation.class);
		try {
			for (Operation operation : operations) {
				int pause = (operation == Operation.SIGN_IN) ? PAUSE_BEFORE_SIGN_IN : PAUSE;
				running.put(operation, this.workload.wrk(operation, CONNECTIONS, pause).begin(this.service));
			}
			// wrk first reads its list of members, which takes a second or two of processor time.
			Thread.sleep(START_SECONDS * 1_000L);
			work.execute();
			Map<Operation, Wrk.Result> results = new EnumMap<>(Operation.class);
			for (Map.Entry<Operation, Process> one : running.entrySet()) {
				results.put(one.getKey(), Wrk.stop(one.getValue()));
				this.report.check(one.getKey().field(), results.get(one.getKey()));
			}
			return results;
		}
		finally {
			running.values().forEach(Process::destroyForcibly);
		}
	}

}
