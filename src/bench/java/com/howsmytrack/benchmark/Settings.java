package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The properties `benchmark.…`, see src/bench/README.md.
///
/// @param members number of members for the pages
/// @param jobRows number of rows for each job
/// @param seconds duration of each round
/// @param rounds number of rounds of each operation and job
/// @param warmUp seconds before the measurement
/// @param parts the parts to run
/// @param database a server to use; if empty, the benchmark starts one
/// @param changes number of changes of which a stream on another instance must be notified
/// @param streamKills number of kills of the instance that holds a stream
/// @param keep whether the results replace those in src/docs
record Settings(long members, long jobRows, int seconds, int rounds, int warmUp, List<String> parts, String database,
		int changes, int streamKills, boolean keep) {

	static final Path JAR = Path.of("target/howsmytrack.jar");

	static final Path OUTPUT = Path.of("target/benchmark");

	static final Path SOURCES = Path.of("src/bench");

	private static final Path PRODUCTION_OPTIONS = Path.of("src/main/jvm/production.options");

	private static final long LEAST_JOB_ROWS = 5_000;

	private static final List<String> KNOWN_PARTS = List.of("pages", "artists", "sign-in-burst", "jobs", "growth",
			"jobs-under-load", "kills", "live", "wake-ups", "two-instances");

	static Settings read() {
		Settings settings = new Settings(Long.getLong("benchmark.members", 100_000),
				Long.getLong("benchmark.job-rows", 1_000_000), Integer.getInteger("benchmark.seconds", 20),
				Integer.getInteger("benchmark.rounds", 3), Integer.getInteger("benchmark.warm-up", 240),
				List.of(System.getProperty("benchmark.parts", String.join(",", KNOWN_PARTS)).split(",")),
				System.getProperty("benchmark.database", ""), Integer.getInteger("benchmark.changes", 1_000),
				Integer.getInteger("benchmark.stream-kills", 100), Boolean.getBoolean("benchmark.keep"));
		settings.check();
		return settings;
	}

	private void check() {
		if (this.members % 4 != 0 || this.members % 7 == 0 || this.members < 400) {
			throw new IllegalArgumentException("benchmark.members must be at least 400, and a multiple of 4 but not of 7, "
					+ "so that pages.sql puts each member into three groups");
		}
		if (this.jobRows < LEAST_JOB_ROWS) {
			throw new IllegalArgumentException("benchmark.job-rows must be at least %d".formatted(LEAST_JOB_ROWS));
		}
		if (!KNOWN_PARTS.containsAll(this.parts)) {
			throw new IllegalArgumentException("The parts of benchmark.parts are " + KNOWN_PARTS);
		}
		if (!Files.exists(JAR)) {
			throw new IllegalArgumentException(JAR + " is missing. ./mvnw -Pbenchmark verify builds it");
		}
	}

	/// The number of requests of assignment runs under load, because production's heap is too small for a million, and of
	/// the runs that are killed, because there are more than ten of them.
	long smallJobRows() {
		return Math.max(this.jobRows / 10, LEAST_JOB_ROWS);
	}

	/// The command `java` with the options of production, followed by others that override them.
	static List<String> java(List<String> options) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElse("java"));
		command.addAll(productionOptions());
		command.addAll(options);
		command.addAll(List.of("-jar", JAR.toString()));
		return command;
	}

	static List<String> productionOptions() {
		return Files.exists(PRODUCTION_OPTIONS) ? List.of("@" + PRODUCTION_OPTIONS)
				: List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");
	}

}
