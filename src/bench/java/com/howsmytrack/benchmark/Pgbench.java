package com.howsmytrack.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs bare SQL with prepared statements and 8 clients.
record Pgbench(String file, Database database, Map<String, Long> variables) {

	static final int CLIENTS = 8;

	private static final Pattern PER_SECOND = Pattern.compile("tps = ([\\d.]+) \\(without initial connection time\\)");

	/// Returns the transactions per second.
	double runFor(int seconds) throws IOException {
		return run(List.of("-T", Integer.toString(seconds)));
	}

	/// @param times the number of transactions of all clients together
	double runTransactions(long times) throws IOException {
		return run(List.of("-t", Long.toString(Math.max(1, times / CLIENTS))));
	}

	private double run(List<String> length) throws IOException {
		List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c",
				Integer.toString(CLIENTS), "-j", "1", "-h", this.database.host(), "-p",
				Integer.toString(this.database.port()), "-U", this.database.user()));
		command.addAll(length);
		this.variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
		command.addAll(List.of("-f", this.file, this.database.name()));
		String output = Commands.output(command, Map.of("PGPASSWORD", this.database.password()));
		Matcher matcher = PER_SECOND.matcher(output);
		if (!matcher.find() || output.contains("ERROR")) {
			throw new IOException("Unexpected output of pgbench: " + output);
		}
		return Double.parseDouble(matcher.group(1));
	}

}
