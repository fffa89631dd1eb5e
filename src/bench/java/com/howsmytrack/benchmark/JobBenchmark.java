package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// Measures the jobs, alternating with the bare SQL that writes the same rows, each on a new copy of the input.
final class JobBenchmark {

	private static final double GROWTH_LIMIT = 0.5;

	private final Settings settings;

	private final Databases databases;

	private final Report report;

	JobBenchmark(Settings settings, Databases databases, Report report) {
		this.settings = settings;
		this.databases = databases;
		this.report = report;
	}

	void measure() throws IOException, InterruptedException, SQLException {
		Table table = this.report.table("Jobs", "job", "seconds", "seconds in the log", "bare SQL seconds", "ratio",
				"limit", "heap MB after a collection", "heap MB maximum", "heap limit", "limits", "rows");
		for (MeasuredJob job : MeasuredJob.values()) {
			measure(job, table);
		}
	}

	private void measure(MeasuredJob job, Table table) throws IOException, InterruptedException, SQLException {
		Database input = job.input(this.databases, this.settings.jobRows());
		int rounds = this.settings.rounds();
		double[] seconds = new double[rounds];
		double[] inLog = new double[rounds];
		double[] bareSeconds = new double[rounds];
		double[] ratios = new double[rounds];
		long heapAfterCollection = 0;
		long heapAtMost = 0;
		List<Long> rows = List.of();
		for (int round = 0; round < rounds; round++) {
			Database copy = this.databases.copy(input);
			JobProcess run = JobProcess.of(job, copy).orThrow();
			rows = job.rows(copy);
			seconds[round] = run.seconds();
			inLog[round] = run.secondsInLog();
			heapAfterCollection = Math.max(heapAfterCollection, run.heapAfterCollection());
			heapAtMost = Math.max(heapAtMost, run.heapAtMost());
			copy = this.databases.copy(input);
			bareSeconds[round] = job.bareSql().runInOneTransaction(copy);
			ratios[round] = seconds[round] / bareSeconds[round];
			compare(job, rows, job.rows(copy));
			Progress.print(Table.format("%s: %.2f s, bare SQL %.2f s, ratio %.2f", job.command(), seconds[round],
					bareSeconds[round], ratios[round]));
		}
		double median = Pages.median(ratios);
		table.add(job.command(), Table.format("%.2f", Pages.median(seconds)),
				Table.format("%.2f", Pages.median(inLog)), Table.format("%.2f", Pages.median(bareSeconds)),
				Table.format("%.2f", median), Table.format("%.1f", job.limit()), heapAfterCollection + "",
				heapAtMost + "", job.megabytes() + "",
				Table.limit(median <= job.limit() && heapAtMost < job.megabytes()), job.describe(rows));
		this.report.chart().addRatio(job.command(), median, job.limit());
	}

	private void compare(MeasuredJob job, List<Long> rows, List<Long> bare) {
		if (!job.matches(rows, bare)) {
			this.report.addProblem("%s wrote %s, the bare SQL wrote %s".formatted(job.command(), job.describe(rows),
					job.describe(bare)));
		}
	}

	/// Compares the time per request of assignment runs with a hundredth, a tenth and all of the requests.
	void measureGrowth() throws IOException, InterruptedException, SQLException {
		Table table = this.report.table("Growth of an assignment run", "requests", "seconds", "microseconds per request",
				"growth", "limit", "limits");
		double first = 0;
		for (long part : List.of(100, 10, 1)) {
			long requests = this.settings.jobRows() / part;
			Database input = MeasuredJob.ASSIGN_GROUPS.input(this.databases, requests);
			double[] seconds = new double[this.settings.rounds()];
			for (int round = 0; round < seconds.length; round++) {
				seconds[round] = JobProcess.of(MeasuredJob.ASSIGN_GROUPS, this.databases.copy(input)).orThrow().seconds();
			}
			double each = Pages.median(seconds) / requests * 1e6;
			first = (first == 0) ? each : first;
			double growth = each / first - 1;
			table.add(Table.format("%,d", requests), Table.format("%.2f", Pages.median(seconds)),
					Table.format("%.1f", each), Table.format("%+.0f %%", growth * 100),
					Table.format("%+.0f %%", GROWTH_LIMIT * 100), Table.limit(growth < GROWTH_LIMIT));
			Progress.print(Table.format("assignment run of %,d requests: %.1f microseconds per request", requests, each));
		}
	}

}
