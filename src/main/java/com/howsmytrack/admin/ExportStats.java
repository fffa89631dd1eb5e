package com.howsmytrack.admin;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandDefinition;
import com.howsmytrack.jobs.CommandFailedException;

import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes the usage figures of every day until today as CSV (RFC 4180). The complete file replaces the previous one in
/// one step.
@Component
@CommandDefinition(name = "export-stats", arguments = "DIRECTORY")
class ExportStats implements Command {

	private static final String FILE = "usage.csv";

	private static final String HEADER = "day,registrations,requests,groups,responses_asked,responses_given,response_rate";

	private static final String END_OF_LINE = "\r\n";

	/// Limits the duration of a statement, independently of the number of years.
	private static final int DAYS_PER_STATEMENT = 31;

	private final Usage usage;

	private final Clock clock;

	ExportStats(Usage usage, Clock clock) {
		this.usage = usage;
		this.clock = clock;
	}

	@Override
	public void run(List<String> arguments) throws CommandFailedException {
		Path directory = directory(arguments.getFirst());
		try {
			Path unfinished = Files.createTempFile(directory, FILE, ".unfinished");
			try {
				long days = write(unfinished);
				Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
				System.out.printf(Locale.ROOT, "%s has %d days.%n", directory.resolve(FILE), days);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (IOException failed) {
			throw new CommandFailedException("Cannot write to " + directory + ": " + failed, failed);
		}
	}

	private static Path directory(String name) throws CommandFailedException {
		try {
			Path directory = Path.of(name);
			if (!Files.isDirectory(directory)) {
				throw new CommandFailedException("There is no directory " + name + ".");
			}
			if (!Files.isWritable(directory)) {
				throw new CommandFailedException("The directory " + name + " cannot be written to.");
			}
			return directory;
		}
		catch (InvalidPathException noPath) {
			throw new CommandFailedException("There is no directory " + name + ".", noPath);
		}
	}

	private long write(Path file) throws IOException {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		long days = 0;
		try (BufferedWriter lines = Files.newBufferedWriter(file, UTF_8)) {
			lines.write(HEADER + END_OF_LINE);
			LocalDate from = this.usage.firstDay().orElse(today);
			while (!from.isAfter(today)) {
				LocalDate end = from.plusDays(DAYS_PER_STATEMENT);
				LocalDate to = end.isAfter(today) ? today : end.minusDays(1);
				for (UsageDay day : this.usage.between(from, to)) {
					lines.write(line(day) + END_OF_LINE);
					days++;
				}
				from = end;
			}
		}
		return days;
	}

	/// Numbers and dates need no quotes. The rate is empty if there are no forms.
	private static String line(UsageDay day) {
		Double rate = day.responseRate();
		return String.format(Locale.ROOT, "%s,%d,%d,%d,%d,%d,%s", day.day(), day.registrations(), day.requests(),
				day.groups(), day.responsesAsked(), day.responsesGiven(),
				(rate != null) ? String.format(Locale.ROOT, "%.4f", rate) : "");
	}

}
