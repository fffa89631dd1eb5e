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

/// Moves everybody in, in one transaction: all of it or nothing. Rows travel as PostgreSQL writes them, first into
/// temporary tables; statements for all of them at once then make ours of them.
@Component
@CommandDefinition(name = "import-django", arguments = "URL")
class ImportDjango implements Command {

	private static final long ROWS_PER_LINE = 100_000;

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
			.orElseThrow(() -> new CommandFailedException("What stands behind import-django is not a PostgreSQL URL. "
					+ "Expected postgres://user:password@host:port/database"));
		try (ImportTarget home = ImportTarget.open(this.database)) {
			moveInto(home, url, System.out);
		}
		catch (SQLException failed) {
			throw new CommandFailedException("The import failed and changed nothing: " + failed.getMessage(), failed);
		}
	}

	private void moveInto(ImportTarget home, DatabaseUrl url, PrintStream out)
			throws SQLException, CommandFailedException {
		if (!home.isEmpty()) {
			throw new CommandFailedException("The database of DATABASE_URL is not empty. Nothing was imported: "
					+ "people move into a new one, or not at all.");
		}
		home.prepare(this.clock.instant());
		try (LegacyDatabase legacy = LegacyDatabase.open(url)) {
			for (LegacyTable table : LegacyTable.values()) {
				copy(table, legacy, home);
			}
		}
		System.err.println("Everything is read. Moving people, requests, responses and replies");
		home.judge();
		for (String step : List.of("2-people", "3-requests", "4-responses", "5-replies", "6-sequences")) {
			home.script(step);
		}
		String counts = count(home);
		home.commit();
		out.print(counts);
		out.println("Imported.");
	}

	private static void copy(LegacyTable table, LegacyDatabase legacy, ImportTarget home)
			throws SQLException, CommandFailedException {
		long expected = legacy.count(table);
		long[] read = new long[1];
		try (ImportTarget.Intake intake = home.take(table)) {
			legacy.read(table, (row) -> {
				intake.add(row);
				if (++read[0] % ROWS_PER_LINE == 0) {
					System.err.println(progress(table, read[0], expected));
				}
			});
			System.err.println(progress(table, intake.finish(), expected));
		}
	}

	private static String progress(LegacyTable table, long read, long expected) {
		return "Read %,d of %,d rows of %s".formatted(read, expected, table.legacyName());
	}

	/// What came of each row. Whatever could not be traced is a reason to change nothing.
	private static String count(ImportTarget home) throws SQLException, CommandFailedException {
		StringJoiner report = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
		for (LegacyTable table : LegacyTable.values()) {
			Optional<String> ours = table.ours();
			if (ours.isPresent()) {
				report.add(count(table, ours.get(), home));
			}
		}
		for (ImportIssue rule : ImportIssue.values()) {
			describe(rule, home, report);
		}
		return report.toString();
	}

	private static String count(LegacyTable table, String ours, ImportTarget home)
			throws SQLException, CommandFailedException {
		long rows = home.count("SELECT count(*) FROM " + table.staging());
		long moved = home.count("SELECT count(*) FROM " + ours);
		long leftOut = home.leftOut(table);
		if (rows != moved + leftOut) {
			throw new CommandFailedException(
					"%,d of %,d rows of %s belong to rows that do not exist. Nothing was imported."
						.formatted(rows - moved - leftOut, rows, table.legacyName()));
		}
		return "%s: %,d rows, %,d of them moved to %s, %,d left out".formatted(table.legacyName(), rows, moved, ours,
				leftOut);
	}

	private static void describe(ImportIssue rule, ImportTarget home, StringJoiner report) throws SQLException {
		List<String> rows = home.oddRows(rule);
		if (!rows.isEmpty()) {
			report.add("%s (%,d): %s".formatted(rule.table().legacyName(), rows.size(), rule));
			rows.stream()
				.gather(Gatherers.windowFixed(IDS_PER_LINE))
				.forEach((line) -> report.add("  " + String.join(", ", line)));
		}
	}

}
