package com.howsmytrack.djangoimport;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Gatherers;

import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandDefinition;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.persistence.DatabaseUrl;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Imports all rows of the previous service in one transaction. It copies the rows into staging tables in the format of
/// COPY, validates them, and then converts each table with a few statements. The report goes to standard output,
/// progress to the error stream.
@Component
@CommandDefinition(name = "import-django", arguments = "URL")
class ImportDjango implements Command {

	private static final long ROWS_PER_PROGRESS_LINE = 100_000;

	private static final int IDS_PER_LINE = 20;

	private final JdbcConnectionDetails database;

	private final Clock clock;

	ImportDjango(JdbcConnectionDetails database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	@Override
	public void run(List<String> arguments) throws CommandFailedException {
		DatabaseUrl url = DatabaseUrl.of(arguments.getFirst())
			.orElseThrow(() -> new CommandFailedException("The argument of import-django is not a PostgreSQL URL. "
					+ "Expected postgres://user:password@host:port/database"));
		try (ImportTarget target = ImportTarget.open(this.database)) {
			importInto(target, url, System.out);
		}
		catch (SQLException failed) {
			throw new CommandFailedException("The import failed and changed nothing: " + failed.getMessage(), failed);
		}
	}

	private void importInto(ImportTarget target, DatabaseUrl url, PrintStream out)
			throws SQLException, CommandFailedException {
		if (!target.isEmpty()) {
			throw new CommandFailedException("The database of DATABASE_URL is not empty. Nothing was imported. "
					+ "The import needs a new database.");
		}
		target.prepare(this.clock.instant());
		try (LegacyDatabase legacy = LegacyDatabase.open(url)) {
			for (LegacyTable table : LegacyTable.values()) {
				copy(table, legacy, target);
			}
		}
		System.err.println("All rows are read. Importing accounts, requests, responses and replies");
		target.validate();
		for (String step : List.of("2-accounts", "3-requests", "4-responses", "5-replies", "6-sequences", "7-usage")) {
			target.script(step);
		}
		String counts = count(target);
		target.commit();
		out.print(counts);
		out.println("Imported.");
	}

	private static void copy(LegacyTable table, LegacyDatabase legacy, ImportTarget target)
			throws SQLException, CommandFailedException {
		long expected = legacy.count(table);
		long[] read = new long[1];
		try (ImportTarget.RowWriter writer = target.writerFor(table)) {
			legacy.read(table, (row) -> {
				writer.write(row);
				if (++read[0] % ROWS_PER_PROGRESS_LINE == 0) {
					System.err.println(progress(table, read[0], expected));
				}
			});
			System.err.println(progress(table, writer.finish(), expected));
		}
	}

	private static String progress(LegacyTable table, long read, long expected) {
		return "Read %,d of %,d rows of %s".formatted(read, expected, table.legacyName());
	}

	/// Reports the result of each row. A row without a result makes the import fail.
	private static String count(ImportTarget target) throws SQLException, CommandFailedException {
		StringJoiner report = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
		for (LegacyTable table : LegacyTable.values()) {
			Optional<String> targetTable = table.target();
			if (targetTable.isPresent()) {
				report.add(count(table, targetTable.get(), target));
			}
		}
		for (ImportIssue issue : ImportIssue.values()) {
			describe(issue, target, report);
		}
		return report.toString();
	}

	private static String count(LegacyTable table, String targetTable, ImportTarget target)
			throws SQLException, CommandFailedException {
		long rows = target.count("SELECT count(*) FROM " + table.stagingTable());
		long imported = target.count("SELECT count(*) FROM " + targetTable);
		long notImported = target.countNotImported(table);
		if (rows != imported + notImported) {
			throw new CommandFailedException(
					"%,d of %,d rows of %s refer to rows that do not exist. Nothing was imported."
						.formatted(rows - imported - notImported, rows, table.legacyName()));
		}
		return "%s: %,d rows, %,d imported into %s, %,d not imported".formatted(table.legacyName(), rows, imported,
				targetTable, notImported);
	}

	private static void describe(ImportIssue issue, ImportTarget target, StringJoiner report) throws SQLException {
		List<String> rows = target.rowsWith(issue);
		if (!rows.isEmpty()) {
			report.add("%s (%,d): %s".formatted(issue.table().legacyName(), rows.size(), issue));
			rows.stream()
				.gather(Gatherers.windowFixed(IDS_PER_LINE))
				.forEach((line) -> report.add("  " + String.join(", ", line)));
		}
	}

}
