package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the properties `benchmark.…` say, see src/bench/README.md.
///
/// @param members of the pages
/// @param night rows of each night
/// @param seconds of each round
/// @param rounds of each operation and night
/// @param warmUp seconds, before anything counts
/// @param parts to run
/// @param database a server to use instead of one of our own; empty for none
/// @param keep whether the table replaces the one in src/docs
record Settings(long members, long night, int seconds, int rounds, int warmUp, List<String> parts, String database,
		boolean keep) {

	static final Path JAR = Path.of("target/howsmytrack.jar");

	static final Path OUTPUT = Path.of("target/benchmark");

	static final Path SOURCES = Path.of("src/bench");

	/// The flags of Java in production. The file is the one place for them, where there
	/// is one.
	private static final Path PRODUCTION_FLAGS = Path.of("src/main/jvm/production.options");

	private static final long SMALLEST_NIGHT = 5_000;

	private static final List<String> KNOWN_PARTS = List.of("pages", "storm", "nights", "growth", "awake", "kills");

	static Settings read() {
		Settings settings = new Settings(Long.getLong("benchmark.members", 100_000),
				Long.getLong("benchmark.night", 1_000_000), Integer.getInteger("benchmark.seconds", 20),
				Integer.getInteger("benchmark.rounds", 3), Integer.getInteger("benchmark.warm-up", 240),
				List.of(System.getProperty("benchmark.parts", String.join(",", KNOWN_PARTS)).split(",")),
				System.getProperty("benchmark.database", ""), Boolean.getBoolean("benchmark.keep"));
		settings.check();
		return settings;
	}

	private void check() {
		if (this.members % 4 != 0 || this.members % 7 == 0 || this.members < 400) {
			throw new IllegalArgumentException("benchmark.members has to be a multiple of 4, none of 7, 400 at least: "
					+ "so pages.sql puts everybody into three groups");
		}
		if (this.night < SMALLEST_NIGHT) {
			throw new IllegalArgumentException("benchmark.night has to be %d at least".formatted(SMALLEST_NIGHT));
		}
		if (!KNOWN_PARTS.containsAll(this.parts)) {
			throw new IllegalArgumentException("benchmark.parts knows " + KNOWN_PARTS);
		}
		if (!Files.exists(JAR)) {
			throw new IllegalArgumentException(JAR + " is missing: ./mvnw -Pbenchmark verify makes it");
		}
	}

	/// Requests of a night that the service groups beside its members' requests, and of
	/// one that is killed again and again: production's heap holds a tenth of a million,
	/// and nobody wants to wait for ten times the whole.
	long smallNight() {
		return Math.max(this.night / 10, SMALLEST_NIGHT);
	}

	/// `java` with the flags of production and then, if they are to win, others.
	static List<String> java(List<String> flags) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElse("java"));
		command.addAll(productionFlags());
		command.addAll(flags);
		command.addAll(List.of("-jar", JAR.toString()));
		return command;
	}

	static List<String> productionFlags() {
		return Files.exists(PRODUCTION_FLAGS) ? List.of("@" + PRODUCTION_FLAGS)
				: List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");
	}

}
