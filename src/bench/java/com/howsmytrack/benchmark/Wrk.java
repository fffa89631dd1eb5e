package com.howsmytrack.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Generates the load with wrk.
///
/// @param arguments of load.lua
record Wrk(int connections, List<String> arguments) {

	private static final Pattern RESULT = Pattern
		.compile("RESULT answers=(\\d+) bad=(\\d+) broken=(\\d+) seconds=(\\S+) p50=(\\S+) p99=(\\S+)\\s+BAD (.*)");

	/// @param bad number of wrong and missing responses
	/// @param firstBad the first wrong response
	/// @param p50 in milliseconds
	/// @param p99 in milliseconds
	record Result(long answers, long bad, double seconds, double p50, double p99, String firstBad) {

		double perSecond() {
			return this.answers / this.seconds;
		}

	}

	Result run(Service service, int seconds) throws IOException {
		return result(Commands.output(command(service, seconds), Map.of()));
	}

	/// Starts a load that ends with [#stop].
	Process begin(Service service) throws IOException {
		return new ProcessBuilder(command(service, 3_600)).redirectErrorStream(true).start();
	}

	static Result stop(Process process) throws IOException {
		// Not destroy(): wrk prints its results only after SIGINT.
		Commands.output(List.of("kill", "-INT", Long.toString(process.pid())), Map.of());
		return result(new String(process.getInputStream().readAllBytes()));
	}

	private List<String> command(Service service, int seconds) {
		List<String> command = new ArrayList<>(List.of("wrk", "--threads", "1", "--connections",
				Integer.toString(this.connections), "--duration", seconds + "s", "--timeout", "30s"));
		command.addAll(List.of("--script", Settings.SOURCES.resolve("pages/load.lua").toString(), service.address(), "--"));
		command.addAll(this.arguments);
		return command;
	}

	private static Result result(String output) throws IOException {
		Matcher matcher = RESULT.matcher(output);
		if (!matcher.find()) {
			throw new IOException("Unexpected output of wrk: " + output);
		}
		long bad = Long.parseLong(matcher.group(2)) + Long.parseLong(matcher.group(3));
		return new Result(Long.parseLong(matcher.group(1)), bad, Double.parseDouble(matcher.group(4)),
				Double.parseDouble(matcher.group(5)), Double.parseDouble(matcher.group(6)), matcher.group(7).strip());
	}

}
