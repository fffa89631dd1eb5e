package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A file of statements with the variables of psql, `:name` and `:'name'`. Each statement ends with its last line.
record SqlScript(List<String> statements) {

	static SqlScript read(String file, Map<String, ?> variables) throws IOException {
		Path path = Settings.SOURCES.resolve(file);
		String text = Files.readAllLines(path)
			.stream()
			.filter((line) -> !line.strip().startsWith("--"))
			.collect(Collectors.joining("\n"));
		for (Map.Entry<String, ?> variable : variables.entrySet()) {
			String value = variable.getValue().toString();
			text = text.replace(":'" + variable.getKey() + "'", "'" + value + "'")
				.replaceAll("(?<![:\\w]):" + variable.getKey() + "\\b", value);
		}
		return new SqlScript(
				Arrays.stream(text.split(";\\s*(\n|$)")).map(String::strip).filter((one) -> !one.isEmpty()).toList());
	}

	String single() {
		return this.statements.getFirst();
	}

	void run(Database database) throws SQLException {
		try (Connection connection = database.connect()) {
			runOn(connection);
		}
	}

	/// Returns the seconds up to the end of the commit.
	double runInOneTransaction(Database database) throws SQLException {
		try (Connection connection = database.connect()) {
			long begun = System.nanoTime();
			connection.setAutoCommit(false);
			runOn(connection);
			connection.commit();
			return (System.nanoTime() - begun) / 1e9;
		}
	}

	private void runOn(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : this.statements) {
				statement.execute(sql);
			}
		}
	}

}
