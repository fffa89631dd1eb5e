package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// The jobs of the night against the bare SQL that writes the same rows, in turns, each on a fresh copy of its evening.
final class AssignmentRuns {

	private static final double MOST_GROWTH = 0.5;

	private final Settings settings;

	private final Databases databases;

	private final Report report;

	AssignmentRuns(Settings settings, Databases databases, Report report) {
		this.settings = settings;
		this.databases = databases;
		this.report = report;
	}

	void measure() throws IOException, InterruptedException, SQLException {
		Table table = this.report.table("AssignmentRuns", "night", "seconds", "in its log", "bare SQL seconds", "times",
				"limit", "heap MB after a collection", "heap MB at most", "heap limit", "limits", "rows");
		for (Night night : Night.values()) {
			measure(night, table);
		}
	}

	private void measure(Night night, Table table) throws IOException, InterruptedException, SQLException {
		Database evening = night.evening(this.databases, this.settings.night());
		int rounds = this.settings.rounds();
		double[] seconds = new double[rounds];
		double[] inLog = new double[rounds];
		double[] bareSeconds = new double[rounds];
		double[] times = new double[rounds];
		long heapAfterCollection = 0;
		long heapAtMost = 0;
		List<Long> rows = List.of();
		for (int round = 0; round < rounds; round++) {
			Database copy = this.databases.copy(evening);
			NightRun run = NightRun.of(night, copy).orThrow();
			rows = night.rows(copy);
			seconds[round] = run.seconds();
			inLog[round] = run.secondsInLog();
			heapAfterCollection = Math.max(heapAfterCollection, run.heapAfterCollection());
			heapAtMost = Math.max(heapAtMost, run.heapAtMost());
			copy = this.databases.copy(evening);
			bareSeconds[round] = night.bareSql().runInOneTransaction(copy);
			times[round] = seconds[round] / bareSeconds[round];
			compare(night, rows, night.rows(copy));
			Progress.say(night.command() + Table.number(": %.2f s", seconds[round])
					+ Table.number(", bare SQL %.2f s", bareSeconds[round])
					+ Table.number(", %.2f times", times[round]));
		}
		double median = Pages.median(times);
		table.add(night.command(), Table.number("%.2f", Pages.median(seconds)),
				Table.number("%.2f", Pages.median(inLog)), Table.number("%.2f", Pages.median(bareSeconds)),
				Table.number("%.2f", median), Table.number("%.1f", night.limit()), heapAfterCollection + "",
				heapAtMost + "", night.megabytes() + "",
				Table.limit(median <= night.limit() && heapAtMost < night.megabytes()), night.inWords(rows));
		this.report.picture().addTimes(night.command(), median, night.limit());
	}

	private void compare(Night night, List<Long> rows, List<Long> bare) {
		if (!night.same(rows, bare)) {
			this.report.addProblem("%s wrote %s, the bare SQL %s".formatted(night.command(), night.inWords(rows),
					night.inWords(bare)));
		}
	}

	/// What a request costs in nights of a hundredth and a tenth of the size, and of the
	/// whole.
	void measureGrowth() throws IOException, InterruptedException, SQLException {
		Table table = this.report.table("Growth of a grouping", "requests", "seconds", "microseconds a request",
				"growth", "limit", "limits");
		double first = 0;
		for (long part : List.of(100, 10, 1)) {
			long requests = this.settings.night() / part;
			Database evening = Night.GROUPING.evening(this.databases, requests);
			double[] seconds = new double[this.settings.rounds()];
			for (int round = 0; round < seconds.length; round++) {
				seconds[round] = NightRun.of(Night.GROUPING, this.databases.copy(evening)).orThrow().seconds();
			}
			double each = Pages.median(seconds) / requests * 1e6;
			first = (first == 0) ? each : first;
			double growth = each / first - 1;
			table.add("%,d".formatted(requests), Table.number("%.2f", Pages.median(seconds)),
					Table.number("%.1f", each), Table.number("%+.0f %%", growth * 100),
					Table.number("%+.0f %%", MOST_GROWTH * 100), Table.limit(growth < MOST_GROWTH));
			Progress.say("grouping %,d requests".formatted(requests) + Table.number(": %.1f microseconds each", each));
		}
	}

}
