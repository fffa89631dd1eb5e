package com.howsmytrack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs the launcher in a directory of its own, with scripts in place of Java. Such a script prints its path and its
/// arguments.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script")
class LauncherTests {

	private static final String LAUNCHER = "src/main/jvm/howsmytrack";

	@TempDir
	private Path home;

	@BeforeEach
	void copyTheLauncher() throws IOException {
		Path launcher = this.home.resolve(LAUNCHER);
		Files.createDirectories(launcher.getParent());
		Files.copy(Path.of(LAUNCHER), launcher);
	}

	@Test
	void startsTheJavaOfJavaHome() throws Exception {
		Path javaHome = java("jdk-25", "25.0.3");
		Path other = java("other", "26");

		Result result = launch(Map.of("JAVA_HOME", javaHome.toString(), "PATH", path(other)));

		assertThat(result.output()).startsWith(javaHome.resolve("bin/java").toString());
		assertThat(result.status()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "25", "25.0.3", "26-ea", "101.0.1" })
	void startsTheJavaOfThePathWithoutJavaHome(String version) throws Exception {
		Path java = java("jdk", version);

		assertThat(launch(Map.of("PATH", path(java))).output()).startsWith(java.resolve("bin/java").toString());
		assertThat(launch(Map.of("PATH", path(java), "JAVA_HOME", "")).output())
			.startsWith(java.resolve("bin/java").toString());
	}

	@ParameterizedTest
	@CsvSource({ "17.0.15, 17", "24, 24", "1.8.0_402, 1" })
	void rejectsAnOlderJavaInOneLine(String version, String major) throws Exception {
		Path javaHome = java("old", version);

		Result result = launch(Map.of("JAVA_HOME", javaHome.toString(), "PATH", path()));

		assertThat(result.status()).isOne();
		assertThat(result.output())
			.isEqualTo("Cannot start: %s/bin/java is Java %s. Set JAVA_HOME to the directory of a JDK 25 or newer.\n"
				.formatted(javaHome, major));
	}

	@Test
	void rejectsAJavaHomeWithoutJavaInOneLine() throws Exception {
		Result result = launch(Map.of("JAVA_HOME", "/no/jdk", "PATH", path(java("jdk-25", "25"))));

		assertThat(result.status()).isOne();
		assertThat(result.output()).isEqualTo("Cannot start: /no/jdk/bin/java cannot be executed. "
				+ "Set JAVA_HOME to the directory of a JDK 25 or newer.\n");
	}

	@Test
	void startsTheServiceWithoutArgumentsOrWithProperties() throws Exception {
		assertThat(arguments()).containsExactly(options("production"), "-jar", jar("target"));
		assertThat(arguments("--server.port=0", "--a=b c")).containsExactly(options("production"), "-jar",
				jar("target"), "--server.port=0", "--a=b c");
	}

	@Test
	void runsACommandWithOptionsOfItsOwn() throws Exception {
		assertThat(arguments("export-stats", "a directory", "--debug")).containsExactly(options("command"), "-jar",
				jar("target"), "export-stats", "a directory", "--debug");
	}

	@Test
	void addsTheOptionsOfJavaOptsLast() throws Exception {
		Path java = java("jdk", "25");

		Result result = launch(Map.of("PATH", path(java), "JAVA_OPTS", "-Xmx1g -Da=b"), "migrate");

		assertThat(result.output().lines().skip(1)).containsExactly(options("command"), "-Xmx1g", "-Da=b", "-jar",
				jar("target"), "migrate");
	}

	@ParameterizedTest
	@CsvSource({ "production, --server.port=0", "command, migrate" })
	void usesTheCacheOfTheBuildUnlessTheJarIsNewer(String process, String argument) throws Exception {
		Path cache = file("target/aot/" + process + ".aot", Instant.EPOCH);
		file("target/howsmytrack.jar", Instant.EPOCH.minusSeconds(1));

		assertThat(arguments(argument)).containsExactly(options(process), "-XX:AOTCache=" + cache, "-Xlog:aot*=error",
				"-jar", jar("target/aot"), argument);

		file("target/howsmytrack.jar", Instant.EPOCH.plusSeconds(1));

		assertThat(arguments(argument)).containsExactly(options(process), "-jar", jar("target"), argument);
	}

	private Path file(String name, Instant modified) throws IOException {
		Path file = this.home.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "");
		return Files.setLastModifiedTime(file, FileTime.from(modified));
	}

	private String options(String process) {
		return "@" + this.home.resolve("src/main/jvm/" + process + ".options");
	}

	private String jar(String directory) {
		return this.home.resolve(directory).resolve("howsmytrack.jar").toString();
	}

	private Path java(String name, String version) throws IOException {
		Path bin = Files.createDirectories(this.home.resolve(name).resolve("bin"));
		Path java = Files.writeString(bin.resolve("java"), """
				#!/bin/sh
				if [ "$1" = -version ]; then
					echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2
					echo 'openjdk version "%s" 2026-01-20 LTS' >&2
					echo 'OpenJDK Runtime Environment (build 1+9)' >&2
				else
					printf '%%s\\n' "$0" "$@"
				fi
				""".formatted(version));
		assertThat(java.toFile().setExecutable(true)).isTrue();
		return bin.getParent();
	}

	/// The system's tools, and before them the Java of a directory.
	private static String path(Path... javaHomes) {
		List<String> path = new ArrayList<>();
		for (Path javaHome : javaHomes) {
			path.add(javaHome.resolve("bin").toString());
		}
		path.add("/usr/bin:/bin");
		return String.join(":", path);
	}

	private List<String> arguments(String... arguments) throws Exception {
		Path java = java("jdk-25", "25");
		return launch(Map.of("JAVA_HOME", java.toString()), arguments).output().lines().skip(1).toList();
	}

	private Result launch(Map<String, String> environment, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(this.home.resolve(LAUNCHER).toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		Map<String, String> variables = new HashMap<>(Map.of("PATH", path()));
		variables.putAll(environment);
		builder.environment().clear();
		builder.environment().putAll(variables);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		return new Result(process.waitFor(), output);
	}

	private record Result(int status, String output) {
	}

}
