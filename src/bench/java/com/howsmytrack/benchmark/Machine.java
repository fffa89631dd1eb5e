package com.howsmytrack.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/// Describes the machine and the software of the measurement.
final class Machine {

	private Machine() {
	}

	static String describe(Settings settings, DatabaseServer server) throws IOException, SQLException {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return """
				# The last benchmark

				%s, by `./mvnw -Pbenchmark verify` (see src/bench/README.md), at commit %s. Service, database and load
				generator shared %d cores (%s) and %.0f GB of memory.%s

				Java %s with `%s`; PostgreSQL %s, %s; %s; %s.

				Pages: %,d members. Jobs: %,d rows. Medians of %d rounds of %d seconds, after a warm-up of %d seconds.
				""".formatted(LocalDate.now(ZoneOffset.UTC), commit(), system.getAvailableProcessors(), processor(),
				system.getTotalMemorySize() / 1e9, autogroups(), Runtime.version(), options(),
				server.admin().ask("SHOW server_version"), server.description(),
				firstLine("wrk", "--version").replaceAll(" \\[.*", ""), firstLine("pgbench", "--version"),
				settings.members(), settings.jobRows(), settings.rounds(), settings.seconds(), settings.warmUp());
	}

	private static String commit() throws IOException {
		boolean changed = !Commands.output(List.of("git", "status", "--porcelain", "-uno"), Map.of()).isBlank();
		return firstLine("git", "rev-parse", "--short", "HEAD") + (changed ? " with changes" : "");
	}

	private static String processor() throws IOException {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.exists(file)) {
			return System.getProperty("os.arch");
		}
		return Files.readAllLines(file)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.replaceAll(".*:\\s*", ""))
			.findFirst()
			.orElse(System.getProperty("os.arch"));
	}

	/// With this setting, Linux distributes the processors to sessions first and then to the processes of a session, so one
	/// busy process of the database delays the others.
	private static String autogroups() throws IOException {
		Path file = Path.of("/proc/sys/kernel/sched_autogroup_enabled");
		if (!Files.exists(file)) {
			return "";
		}
		return " The kernel's `sched_autogroup_enabled` was %s.".formatted(Files.readString(file).strip());
	}

	private static String options() throws IOException {
		StringBuilder options = new StringBuilder();
		for (String option : Settings.productionOptions()) {
			options
				.append(option.startsWith("@") ? Files.readAllLines(Path.of(option.substring(1)))
					.stream()
					.map(String::strip)
					.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
					.collect(Collectors.joining(" ")) : option)
				.append(' ');
		}
		return options.toString().strip();
	}

	private static String firstLine(String... command) throws IOException {
		return Commands.output(List.of(command), Map.of()).lines().findFirst().orElse("");
	}

}
