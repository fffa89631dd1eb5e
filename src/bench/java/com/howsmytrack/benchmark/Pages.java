package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// The pages and mutations that members are waiting for, against the bare SQL of each, in turns.
final class Pages {

	private static final List<Operation> OPERATIONS = List.of(Operation.USER_DETAILS, Operation.FEEDBACK_GROUPS,
			Operation.FEEDBACK_GROUP, Operation.SUBMIT, Operation.RATE);

	private static final int CONNECTIONS = 32;

	private static final int WARM_UP_TURNS = 5;

	private static final int P99_TIMES_P50 = 10;

	private static final int MOST_MEGABYTES_WHEN_READY = 300;

	private static final int MOST_MEGABYTES_UNDER_LOAD = 450;

	private final Settings settings;

	private final Crowd crowd;

	private final Service service;

	private final Report report;

	/// Empty where the database does not count.
	private final Map<Operation, Double> statements = new EnumMap<>(Operation.class);

	Pages(Settings settings, Crowd crowd, Service service, Report report) {
		this.settings = settings;
		this.crowd = crowd;
		this.service = service;
		this.report = report;
	}

	void measure(Database admin) throws IOException, InterruptedException, SQLException {
		for (Operation operation : OPERATIONS) {
			if (!operation.isDoneOnce()) {
				AnswerCheck.of(operation, this.crowd, this.service).ifPresent(this.report::addProblem);
			}
		}
		// Before any load: what a load left on its way would be counted too. And not at once: what goes on in the
		// background has to have begun.
		StatementCount counter = StatementCount.on(admin, this.crowd.database(), this.service);
		if (counter != null) {
			for (Operation operation : Operation.values()) {
				this.statements.put(operation, counter.of(operation, this.crowd));
			}
		}
		warmUp();
		Table table = this.report.table("Pages", "operation", "requests/s", "p50 ms", "p99 ms", "p99/p50 (limit 10)",
				"bare SQL/s", "share", "share of each round", "limit", "statements", "limits");
		for (Operation operation : OPERATIONS) {
			measure(operation, table);
		}
		signIn(table);
		memory();
	}

	/// All operations in turns: a JVM that has seen one of them is not yet warm for the
	/// others. Sign-ins begin a turn, so that what is left of their hashes is done with
	/// before anything counts.
	private void warmUp() throws IOException, InterruptedException, SQLException {
		Progress.say("warming up");
		int seconds = Math.max(1, this.settings.warmUp() / WARM_UP_TURNS / (OPERATIONS.size() + 1));
		Map<Operation, List<String>> perSecond = new EnumMap<>(Operation.class);
		for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
			load(Operation.SIGN_IN, seconds);
			for (Operation operation : OPERATIONS) {
				perSecond.computeIfAbsent(operation, (_) -> new ArrayList<>(List.of(operation.field())))
					.add(Table.number("%.0f", load(operation, seconds).perSecond()));
			}
		}
		Table table = this.report.table("Requests per second while warming up, %d seconds each".formatted(seconds),
				"operation", "first", "second", "third", "fourth", "fifth turn");
		perSecond.values().forEach((cells) -> table.add(cells.toArray(String[]::new)));
	}

	private Wrk.Result load(Operation operation, int seconds) throws IOException, InterruptedException, SQLException {
		this.crowd.reset(operation);
		Wrk.Result result = this.crowd.wrk(operation, CONNECTIONS, 0).run(this.service, seconds);
		this.report.check(operation, result);
		if (operation.isDoneOnce()) {
			long done = this.crowd.done(operation);
			if (done < result.answers() - result.bad() || done > result.answers() + CONNECTIONS) {
				this.report.addProblem("%s: %d answers, but %d rows were changed".formatted(operation.field(),
						result.answers(), done));
			}
		}
		return result;
	}

	private void measure(Operation operation, Table table) throws IOException, InterruptedException, SQLException {
		Progress.say(operation.field());
		int rounds = this.settings.rounds();
		double[] perSecond = new double[rounds];
		double[] p50 = new double[rounds];
		double[] p99 = new double[rounds];
		double[] bare = new double[rounds];
		double[] shares = new double[rounds];
		long bareTimes = operation.isDoneOnce() ? learnBareTimes(operation) : 0;
		for (int round = 0; round < rounds; round++) {
			Wrk.Result result = load(operation, this.settings.seconds());
			perSecond[round] = result.perSecond();
			p50[round] = result.p50();
			p99[round] = result.p99();
			bare[round] = bare(operation, bareTimes);
			shares[round] = perSecond[round] / bare[round];
			Progress.say(Table.number("  %.0f", perSecond[round]) + Table.number(" of %.0f", bare[round])
					+ Table.number(" is %.3f", shares[round]));
		}
		this.crowd.reset(operation);
		double share = median(shares);
		double steadiness = median(p99) / median(p50);
		boolean kept = share >= operation.limit() && hasFewStatements(operation) && steadiness < P99_TIMES_P50;
		table.add(operation.field(), Table.number("%.0f", median(perSecond)), Table.number("%.2f", median(p50)),
				Table.number("%.2f", median(p99)), Table.number("%.1f", steadiness), Table.number("%.0f", median(bare)),
				Table.number("%.3f", share),
				Arrays.stream(shares).mapToObj((one) -> Table.number("%.3f", one)).collect(Collectors.joining(" ")),
				(operation.limit() > 0) ? Table.number("%.2f", operation.limit()) : "-", statements(operation),
				Table.limit(kept));
		this.report.picture().addShare(operation.field(), share, operation.limit());
	}

	/// As many as fill a round, and no more than there are: pgbench would go on with rows
	/// that do not exist.
	private long learnBareTimes(Operation operation) throws IOException, InterruptedException, SQLException {
		long available = this.crowd.available(operation);
		this.crowd.reset(operation);
		double perSecond = this.crowd.pgbench(operation).runTimes(Math.min(available, 4_000));
		return Math.min(available, (long) (perSecond * this.settings.seconds()));
	}

	private double bare(Operation operation, long times) throws IOException, InterruptedException, SQLException {
		if (!operation.isDoneOnce()) {
			return this.crowd.pgbench(operation).runFor(this.settings.seconds());
		}
		this.crowd.reset(operation);
		double perSecond = this.crowd.pgbench(operation).runTimes(times);
		long expected = times / Pgbench.CLIENTS * Pgbench.CLIENTS;
		long done = this.crowd.done(operation);
		if (done != expected) {
			this.report.addProblem(
					"The bare SQL of %s changed %d rows instead of %d".formatted(operation.field(), done, expected));
		}
		return perSecond;
	}

	/// Its bare SQL would be nothing next to the hash of the password.
	private void signIn(Table table) throws IOException, InterruptedException, SQLException {
		Operation operation = Operation.SIGN_IN;
		Progress.say(operation.field());
		Wrk.Result result = load(operation, this.settings.seconds());
		double steadiness = result.p99() / result.p50();
		table.add(operation.field(), Table.number("%.0f", result.perSecond()), Table.number("%.2f", result.p50()),
				Table.number("%.2f", result.p99()), Table.number("%.1f", steadiness), "-", "-", "-", "-",
				statements(operation), Table.limit(hasFewStatements(operation) && steadiness < P99_TIMES_P50));
	}

	private boolean hasFewStatements(Operation operation) {
		return this.statements.getOrDefault(operation, 0.0) <= operation.statements();
	}

	private String statements(Operation operation) {
		Double count = this.statements.get(operation);
		return (count != null) ? count + " of " + operation.statements() : "-";
	}

	private void memory() throws IOException {
		Table table = this.report.table("Memory of the service", "when", "MB", "limit", "limits");
		long ready = this.service.megabytesWhenReady();
		table.add("ready", ready + "", MOST_MEGABYTES_WHEN_READY + "", Table.limit(ready <= MOST_MEGABYTES_WHEN_READY));
		table.add("after load", this.service.megabytes("VmRSS") + "", "-", "-");
		long most = this.service.megabytes("VmHWM");
		table.add("at most, under load", most + "", MOST_MEGABYTES_UNDER_LOAD + "",
				Table.limit(most <= MOST_MEGABYTES_UNDER_LOAD));
	}

	static double median(double[] values) {
		double[] sorted = DoubleStream.of(values).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
