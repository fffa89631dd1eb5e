package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The results of a benchmark.
final class Report {

	private static final Path DOCS = Path.of("src/docs");

	private final List<Table> tables = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	private final Chart chart = new Chart();

	Table table(String title, String... columns) {
		Table table = new Table(title, columns);
		this.tables.add(table);
		return table;
	}

	Chart chart() {
		return this.chart;
	}

	/// Reports a wrong response or row, which makes the run fail at its end. A missed limit is not a problem.
	void addProblem(String problem) {
		Progress.print("PROBLEM: " + problem);
		this.problems.add(problem);
	}

	/// @param name of the measured operation
	void check(String name, Wrk.Result result) {
		if (result.bad() > 0) {
			addProblem("%s: %d of %d responses were wrong or missing, the first: %s".formatted(name,
					result.bad(), result.answers(), result.firstBad()));
		}
	}

	boolean isCorrect() {
		return this.problems.isEmpty();
	}

	void publish(String introduction, boolean keep) throws IOException {
		String text = introduction + "\n![Results and limits](benchmark.svg)\n\n"
				+ this.tables.stream().map(Table::markdown).collect(Collectors.joining("\n")) + "\n" + summary();
		System.out.println("\n" + text);
		write(Settings.OUTPUT, text);
		if (keep) {
			write(DOCS, text);
		}
	}

	private String summary() {
		return isCorrect() ? "Every response and every row was correct.\n" : "Wrong responses or rows:\n\n"
				+ this.problems.stream().map((problem) -> "- " + problem + "\n").collect(Collectors.joining());
	}

	private void write(Path folder, String text) throws IOException {
		Files.writeString(folder.resolve("benchmark.md"), text);
		Files.writeString(folder.resolve("benchmark.svg"), this.chart.svg());
	}

}
