package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All that a benchmark found out.
final class Report {

	private static final Path KEPT = Path.of("src/docs");

	private final List<Table> tables = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	private final Picture picture = new Picture();

	Table table(String title, String... columns) {
		Table table = new Table(title, columns);
		this.tables.add(table);
		return table;
	}

	Picture picture() {
		return this.picture;
	}

	/// A wrong answer or row, not a slow one: the run fails at its end.
	void addProblem(String problem) {
		Progress.say("PROBLEM: " + problem);
		this.problems.add(problem);
	}

	void check(Operation operation, Wrk.Result result) {
		if (result.bad() > 0) {
			addProblem("%s: %d of %d answers were bad or did not come, the first: %s".formatted(operation.field(),
					result.bad(), result.answers(), result.firstBad()));
		}
	}

	boolean isGood() {
		return this.problems.isEmpty();
	}

	void publish(String introduction, boolean keep) throws IOException {
		String text = introduction + "\n![Bars against their limits](benchmark.svg)\n\n"
				+ this.tables.stream().map(Table::markdown).collect(Collectors.joining("\n")) + "\n" + verdict();
		System.out.println("\n" + text);
		write(Settings.OUTPUT, text);
		if (keep) {
			write(KEPT, text);
		}
	}

	private String verdict() {
		return isGood() ? "Every answer and every row was as it should be.\n" : "Wrong answers or rows:\n\n"
				+ this.problems.stream().map((problem) -> "- " + problem + "\n").collect(Collectors.joining());
	}

	private void write(Path folder, String text) throws IOException {
		Files.writeString(folder.resolve("benchmark.md"), text);
		Files.writeString(folder.resolve("benchmark.svg"), this.picture.svg());
	}

}
