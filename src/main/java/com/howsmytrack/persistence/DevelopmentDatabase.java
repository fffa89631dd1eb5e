package com.howsmytrack.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A PostgreSQL of our own for development: started with the application and stopped with it, its data
/// kept between starts. It needs nothing but the build; the packaged jar has none of it.
final class DevelopmentDatabase implements JdbcConnectionDetails, AutoCloseable {

	static final String USERNAME = "postgres";

	/// A first start unpacks PostgreSQL and makes the data directory; slow disks take
	/// their time.
	private static final Duration START_LIMIT = Duration.ofMinutes(2);

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
				.setPGStartupWait(START_LIMIT)
				.start());
		}
		catch (IOException failed) {
			throw new UncheckedIOException("The development database in " + directory + " does not start", failed);
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
