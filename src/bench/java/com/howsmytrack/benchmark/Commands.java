package com.howsmytrack.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Runs programs and returns their output.
final class Commands {

	private Commands() {
	}

	static void require(String program, String debianPackage) {
		try {
			output(List.of(program, "--version"), Map.of());
		}
		catch (IOException missing) {
			throw new IllegalStateException(
					"%s is not on the PATH. On Debian and Ubuntu `apt-get install %s` brings it, "
							+ "on macOS `brew install %s`.".formatted(program, debianPackage,
									program.equals("pgbench") ? "postgresql" : program));
		}
	}

	/// The output of the program, including its error stream, for any exit status.
	static String output(List<String> command, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		return new String(process.getInputStream().readAllBytes());
	}

}
