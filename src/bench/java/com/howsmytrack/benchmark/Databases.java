package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;

/// The databases of a benchmark, which are filled once and kept, and their copies, each of which is used for one round.
final class Databases {

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final String PREFIX = "howsmytrack_benchmark_";

	private final Database admin;

	Databases(Database admin) {
		this.admin = admin;
	}

	/// Returns the database with the name. Creates it if it does not exist, or if its scripts or migrations have changed.
	Database filled(String name, List<String> scripts, Map<String, ?> variables) throws IOException, SQLException {
		Database database = this.admin.named(PREFIX + name);
		String fingerprint = fingerprint(scripts, variables);
		String found = this.admin.ask("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '"
				+ database.name() + "'");
		if (fingerprint.equals(found)) {
			return database;
		}
		Progress.print("filling " + database.name());
		drop(database);
		this.admin.execute("CREATE DATABASE " + database.name());
		Flyway.configure()
			.dataSource(database.jdbcUrl(), database.user(), database.password())
			.locations("filesystem:" + MIGRATIONS)
			.load()
			.migrate();
		for (String script : scripts) {
			SqlScript.read(script, variables).run(database);
		}
		this.admin.execute("COMMENT ON DATABASE " + database.name() + " IS '" + fingerprint + "'");
		return database;
	}

	private static String fingerprint(List<String> scripts, Map<String, ?> variables) throws IOException {
		// The password hash differs in each run.
		Map<String, Object> sizes = new TreeMap<>(variables);
		sizes.remove("hash");
		StringBuilder content = new StringBuilder(sizes.toString());
		for (String script : scripts) {
			content.append(Files.readString(Settings.SOURCES.resolve(script)));
		}
		try (Stream<Path> files = Files.list(MIGRATIONS)) {
			for (Path migration : files.sorted().toList()) {
				content.append(Files.readString(migration));
			}
		}
		return "filled by " + Integer.toHexString(content.toString().hashCode());
	}

	/// Replaces the previous copy. The checkpoint is finished before the measurement.
	Database copy(Database template) throws SQLException {
		Database copy = this.admin.named(PREFIX + "round");
		drop(copy);
		this.admin.execute("CREATE DATABASE " + copy.name() + " TEMPLATE " + template.name() + " STRATEGY FILE_COPY");
		this.admin.execute("CHECKPOINT");
		return copy;
	}

	void drop(Database database) throws SQLException {
		this.admin.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
	}

	void dropCopy() throws SQLException {
		drop(this.admin.named(PREFIX + "round"));
	}

}
