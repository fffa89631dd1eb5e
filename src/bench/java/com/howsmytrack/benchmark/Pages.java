package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Measures the throughput of pages and mutations, alternating with the bare SQL of each.
final class Pages {

	private static final List<Operation> OPERATIONS = List.of(Operation.USER_DETAILS, Operation.FEEDBACK_GROUPS,
			Operation.FEEDBACK_GROUP, Operation.SUBMIT, Operation.RATE);

	private static final int CONNECTIONS = 32;

	private static final int WARM_UP_ROUNDS = 5;

	private static final int P99_RATIO_LIMIT = 10;

	private static final int MEGABYTES_WHEN_READY_LIMIT = 300;

	private static final int MEGABYTES_UNDER_LOAD_LIMIT = 450;

	private final Settings settings;

	private final Workload workload;

	private final Service service;

	private final Report report;

	/// Empty if the database has no pg_stat_statements.
	private final Map<Operation, Double> statements = new EnumMap<>(Operation.class);

	Pages(Settings settings, Workload workload, Service service, Report report) {
		this.settings = settings;
		this.workload = workload;
		this.service = service;
		this.report = report;
	}

	void measure(Database admin) throws IOException, InterruptedException, SQLException {
		for (Operation operation : OPERATIONS) {
			if (!operation.changesRows()) {
				AnswerCheck.of(operation, this.workload, this.service).ifPresent(this.report::addProblem);
			}
		}
		// Before any load, because statements of the load would be counted, too.
		Optional<ExecutedStatements> executed = ExecutedStatements.of(admin, this.workload.database());
		if (executed.isPresent()) {
			StatementCount counter = new StatementCount(executed.get(), this.service);
			for (Operation operation : Operation.values()) {
				this.statements.put(operation, counter.of(operation, this.workload));
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

	/// Alternates all operations, because each operation needs its own code compiled. Sign-ins are first, so that their
	/// remaining hashes are finished before the measurement.
	private void warmUp() throws IOException, InterruptedException, SQLException {
		Progress.print("warm-up");
		int seconds = Math.max(1, this.settings.warmUp() / WARM_UP_ROUNDS / (OPERATIONS.size() + 1));
		Map<Operation, List<String>> perSecond = new EnumMap<>(Operation.class);
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			load(Operation.SIGN_IN, seconds);
			for (Operation operation : OPERATIONS) {
				perSecond.computeIfAbsent(operation, (_) -> new ArrayList<>(List.of(operation.field())))
					.add(Table.format("%.0f", load(operation, seconds).perSecond()));
			}
		}
		Table table = this.report.table("Requests per second during the warm-up, %d seconds each".formatted(seconds),
				"operation", "first", "second", "third", "fourth", "fifth round");
		perSecond.values().forEach((cells) -> table.add(cells.toArray(String[]::new)));
	}

	private Wrk.Result load(Operation operation, int seconds) throws IOException, InterruptedException, SQLException {
		this.workload.reset(operation);
		Wrk.Result result = this.workload.wrk(operation, CONNECTIONS, 0).run(this.service, seconds);
		this.report.check(operation.field(), result);
		if (operation.changesRows()) {
			long changed = this.workload.countChanged(operation);
			if (changed < result.answers() - result.bad() || changed > result.answers() + CONNECTIONS) {
				this.report.addProblem("%s: %d responses, but %d changed rows".formatted(operation.field(),
						result.answers(), changed));
			}
		}
		return result;
	}

	private void measure(Operation operation, Table table) throws IOException, InterruptedException, SQLException {
		Progress.print(operation.field());
		int rounds = this.settings.rounds();
		double[] perSecond = new double[rounds];
		double[] p50 = new double[rounds];
		double[] p99 = new double[rounds];
		double[] bare = new double[rounds];
		double[] shares = new double[rounds];
		long bareTransactions = operation.changesRows() ? measureBareTransactions(operation) : 0;
		for (int round = 0; round < rounds; round++) {
			Wrk.Result result = load(operation, this.settings.seconds());
			perSecond[round] = result.perSecond();
			p50[round] = result.p50();
			p99[round] = result.p99();
			bare[round] = bare(operation, bareTransactions);
			shares[round] = perSecond[round] / bare[round];
			Progress.print(Table.format("  %.0f of %.0f is %.3f", perSecond[round], bare[round], shares[round]));
		}
		this.workload.reset(operation);
		double share = median(shares);
		double p99Ratio = median(p99) / median(p50);
		boolean withinLimits = share >= operation.limit() && isWithinStatementLimit(operation) && p99Ratio < P99_RATIO_LIMIT;
		table.add(operation.field(), Table.format("%.0f", median(perSecond)), Table.format("%.2f", median(p50)),
				Table.format("%.2f", median(p99)), Table.format("%.1f", p99Ratio), Table.format("%.0f", median(bare)),
				Table.format("%.3f", share),
				Arrays.stream(shares).mapToObj((one) -> Table.format("%.3f", one)).collect(Collectors.joining(" ")),
				(operation.limit() > 0) ? Table.format("%.2f", operation.limit()) : "-", statements(operation),
				Table.limit(withinLimits));
		this.report.chart().addShare(operation.field(), share, operation.limit());
	}

	/// The number of transactions that fill a round, at most one for each row that can be changed.
	private long measureBareTransactions(Operation operation) throws IOException, InterruptedException, SQLException {
		long available = this.workload.available(operation);
		this.workload.reset(operation);
		double perSecond = this.workload.pgbench(operation).runTransactions(Math.min(available, 4_000));
		return Math.min(available, (long) (perSecond * this.settings.seconds()));
	}

	private double bare(Operation operation, long transactions) throws IOException, InterruptedException, SQLException {
		if (!operation.changesRows()) {
			return this.workload.pgbench(operation).runFor(this.settings.seconds());
		}
		this.workload.reset(operation);
		double perSecond = this.workload.pgbench(operation).runTransactions(transactions);
		long expected = transactions / Pgbench.CLIENTS * Pgbench.CLIENTS;
		long changed = this.workload.countChanged(operation);
		if (changed != expected) {
			this.report.addProblem(
					"The bare SQL of %s changed %d rows instead of %d".formatted(operation.field(), changed, expected));
		}
		return perSecond;
	}

	/// Has no bare SQL to compare with, because most of its time is the password hash.
	private void signIn(Table table) throws IOException, InterruptedException, SQLException {
		Operation operation = Operation.SIGN_IN;
		Progress.print(operation.field());
		Wrk.Result result = load(operation, this.settings.seconds());
		double p99Ratio = result.p99() / result.p50();
		table.add(operation.field(), Table.format("%.0f", result.perSecond()), Table.format("%.2f", result.p50()),
				Table.format("%.2f", result.p99()), Table.format("%.1f", p99Ratio), "-", "-", "-", "-",
				statements(operation), Table.limit(isWithinStatementLimit(operation) && p99Ratio < P99_RATIO_LIMIT));
	}

	private boolean isWithinStatementLimit(Operation operation) {
		return this.statements.getOrDefault(operation, 0.0) <= operation.statements();
	}

	private String statements(Operation operation) {
		Double count = this.statements.get(operation);
		return (count != null) ? count + " of " + operation.statements() : "-";
	}

	private void memory() throws IOException {
		Table table = this.report.table("Memory of the service", "when", "MB", "limit", "limits");
		long ready = this.service.megabytesWhenReady();
		table.add("ready", ready + "", MEGABYTES_WHEN_READY_LIMIT + "", Table.limit(ready <= MEGABYTES_WHEN_READY_LIMIT));
		table.add("after load", this.service.megabytes("VmRSS") + "", "-", "-");
		long most = this.service.megabytes("VmHWM");
		table.add("maximum under load", most + "", MEGABYTES_UNDER_LOAD_LIMIT + "",
				Table.limit(most <= MEGABYTES_UNDER_LOAD_LIMIT));
	}

	static double median(double[] values) {
		double[] sorted = DoubleStream.of(values).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
