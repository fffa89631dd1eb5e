package com.howsmytrack.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// An embedded PostgreSQL for development. It starts and stops with the application, and keeps its data between starts.
/// The packaged jar does not contain it.
final class DevelopmentDatabase implements JdbcConnectionDetails, AutoCloseable {

	static final String USERNAME = "postgres";

	/// The first start unpacks PostgreSQL and creates the data directory, which takes
	/// long on a slow disk.
	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	/// Used when the data directory is created. In the locale `C`, which some
	/// environments have, text search finds ASCII letters only. Not every macOS has
	/// `C.UTF-8`.
	private static final String LOCALE = System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";

	private final EmbeddedPostgres server;

	private DevelopmentDatabase(EmbeddedPostgres server) {
		this.server = server;
	}

	static DevelopmentDatabase start(Path directory) {
		try {
			Files.createDirectories(directory);
			return new DevelopmentDatabase(EmbeddedPostgres.builder()
				.setDataDirectory(directory)
				.setCleanDataDirectory(false)
				.setLocaleConfig("locale", LOCALE)
				.setPGStartupWait(START_LIMIT)
				.start());
		}
		catch (IOException exception) {
			throw new UncheckedIOException("The development database in " + directory + " does not start", exception);
		}
	}

	static String jdbcUrl(int port) {
		return "jdbc:postgresql://localhost:" + port + "/postgres";
	}

	@Override
	public String getJdbcUrl() {
		return jdbcUrl(this.server.getPort());
	}

	@Override
	public String getUsername() {
		return USERNAME;
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
