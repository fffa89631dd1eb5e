package com.howsmytrack.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table of results in Markdown, with aligned columns.
final class Table {

	private final String title;

	private final List<List<String>> lines = new ArrayList<>();

	Table(String title, String... columns) {
		this.title = title;
		this.lines.add(List.of(columns));
	}

	void add(String... cells) {
		this.lines.add(List.of(cells));
	}

	/// Independent of the locale.
	static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	static String limit(boolean kept) {
		return kept ? "kept" : "**missed**";
	}

	String markdown() {
		int columns = this.lines.getFirst().size();
		int[] widths = IntStream.range(0, columns)
			.map((column) -> this.lines.stream().mapToInt((line) -> line.get(column).length()).max().orElse(0))
			.toArray();
		StringBuilder text = new StringBuilder("## " + this.title + "\n\n");
		for (int line = 0; line < this.lines.size(); line++) {
			text.append(row(this.lines.get(line), widths));
			if (line == 0) {
				text.append(IntStream.range(0, columns)
					.mapToObj((column) -> "-".repeat(widths[column] + 1) + (column == 0 ? "-" : ":"))
					.collect(Collectors.joining("|", "|", "|\n")));
			}
		}
		return text.toString();
	}

	private static String row(List<String> cells, int[] widths) {
		return IntStream.range(0, widths.length)
			.mapToObj((column) -> String.format(
					(column == 0) ? " %-" + widths[column] + "s " : " %" + widths[column] + "s ", cells.get(column)))
			.collect(Collectors.joining("|", "|", "|\n"));
	}

}
