package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Members who read and write at the pace of people, not as fast as they can: what they notice of something else that goes
/// on. Each operation has its own connections, so a slow one does not hide another.
final class Company {

	private static final double MOST_TIMES = 3;

	private static final List<Operation> READING_AND_WRITING = List.of(Operation.USER_DETAILS,
			Operation.FEEDBACK_GROUPS, Operation.FEEDBACK_GROUP, Operation.SUBMIT);

	private static final List<Operation> ALL = List.of(Operation.SIGN_IN, Operation.USER_DETAILS,
			Operation.FEEDBACK_GROUPS, Operation.FEEDBACK_GROUP, Operation.SUBMIT);

	private static final int CONNECTIONS = 8;

	/// 80 requests a second of each operation.
	private static final int PAUSE = 100;

	/// 4 sign-ins a second: more of them would be a storm.
	private static final int PAUSE_BEFORE_SIGN_IN = 2_000;

	private static final int STORM = 50;

	private static final int GATHERING = 3;

	private final Crowd crowd;

	private final Service service;

	private final Report report;

	private final int quietSeconds;

	private final int warmUp;

	Company(Crowd crowd, Service service, Report report, Settings settings) {
		this.crowd = crowd;
		this.service = service;
		this.report = report;
		this.warmUp = settings.warmUp();
		this.quietSeconds = settings.seconds() * settings.rounds();
	}

	private interface Noise {

		/// Ends when the noise does.
		void make() throws IOException, InterruptedException, SQLException;

	}

	/// While others sign in as fast as they can.
	void inASignInStorm() throws IOException, InterruptedException, SQLException {
		Wrk.Result[] storm = new Wrk.Result[1];
		compare("Members in a storm of sign-ins, 50 at once", READING_AND_WRITING, () -> {
			storm[0] = this.crowd.wrk(Operation.SIGN_IN, STORM, 0).run(this.service, this.quietSeconds);
			this.report.check(Operation.SIGN_IN, storm[0]);
			Progress.say(Table.number("%.0f sign-ins a second", storm[0].perSecond()));
		});
	}

	/// While the service that serves them groups, as its schedule or an operator would
	/// have it.
	void inANight(Database database, String operatorToken) throws IOException, InterruptedException, SQLException {
		compare("Members who are awake while a night groups", ALL, () -> {
			String body = "{\"query\": \"mutation { runJob(job: ASSIGN_GROUPS) { success error } }\"}";
			long begun = System.nanoTime();
			this.service.post(operatorToken, body);
			while (database.count("SELECT count(*) FROM job_run WHERE outcome = 'RUNNING'") > 0) {
				Thread.sleep(200);
			}
			Progress.say(Table.number("the night took %.1f s", (System.nanoTime() - begun) / 1e9));
			if (database.count("SELECT count(*) FROM job_run WHERE outcome = 'SUCCEEDED'") != 1) {
				this.report.addProblem("A night with members awake failed, see target/benchmark/service.log");
			}
		});
	}

	private void compare(String title, List<Operation> operations, Noise noise)
			throws IOException, InterruptedException, SQLException {
		Progress.say(title);
		// Once for nothing: the first to come find a cold JVM.
		during(operations, () -> this.crowd.wrk(Operation.SIGN_IN, CONNECTIONS, 0).run(this.service, this.warmUp));
		Map<Operation, Wrk.Result> quiet = during(operations, this::quiet);
		Map<Operation, Wrk.Result> busy = during(operations, this::aBusyProcessor);
		Map<Operation, Wrk.Result> loud = during(operations, noise);
		Table table = this.report.table(title, "operation", "quiet p50 ms", "quiet p99 ms",
				"p99 ms beside an endless loop", "p50 ms", "p99 ms", "answers", "times p99", "limit", "limits");
		for (Operation operation : operations) {
			Wrk.Result before = quiet.get(operation);
			Wrk.Result meanwhile = loud.get(operation);
			if (before.answers() == 0 || meanwhile.answers() == 0) {
				this.report.addProblem(operation.field() + ": nobody was answered; measure for more seconds");
				continue;
			}
			double times = meanwhile.p99() / before.p99();
			table.add(operation.field(), Table.number("%.2f", before.p50()), Table.number("%.2f", before.p99()),
					Table.number("%.2f", busy.get(operation).p99()), Table.number("%.2f", meanwhile.p50()),
					Table.number("%.2f", meanwhile.p99()),
					meanwhile.answers() + "", Table.number("%.2f", times), Table.number("%.0f", MOST_TIMES),
					Table.limit(times < MOST_TIMES));
			this.report.picture()
				.addTimes(operation.field() + (operations == ALL ? ", a night" : ", a storm"), times, MOST_TIMES);
		}
	}

	private void quiet() throws InterruptedException {
		Thread.sleep(this.quietSeconds * 1_000L);
	}

	/// What the machine itself costs when something computes that does nothing else: with
	/// two processors, what it does to those who wait for the other one.
	private void aBusyProcessor() {
		long end = System.nanoTime() + this.quietSeconds * 1_000_000_000L;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	private Map<Operation, Wrk.Result> during(List<Operation> operations, Noise noise)
			throws IOException, InterruptedException, SQLException {
		this.crowd.reset(Operation.SUBMIT);
		Map<Operation, Process> running = new EnumMap<>(Operation.class);
		try {
			for (Operation operation : operations) {
				int pause = (operation == Operation.SIGN_IN) ? PAUSE_BEFORE_SIGN_IN : PAUSE;
				running.put(operation, this.crowd.wrk(operation, CONNECTIONS, pause).begin(this.service));
			}
			// They read their lists first, which takes a processor for a second or two.
			Thread.sleep(GATHERING * 1_000L);
			noise.make();
			Map<Operation, Wrk.Result> results = new EnumMap<>(Operation.class);
			for (Map.Entry<Operation, Process> one : running.entrySet()) {
				results.put(one.getKey(), Wrk.stop(one.getValue()));
				this.report.check(one.getKey(), results.get(one.getKey()));
			}
			return results;
		}
		finally {
			running.values().forEach(Process::destroyForcibly);
		}
	}

}
