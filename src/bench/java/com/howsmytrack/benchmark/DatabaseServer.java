package com.howsmytrack.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// The PostgreSQL that is measured: one of our own, whose data is kept, or one that runs already.
final class DatabaseServer implements AutoCloseable {

	static final Path FOLDER = Path.of(".data/benchmark");

	private final Database admin;

	private final String description;

	private final EmbeddedPostgres own;

	private DatabaseServer(Database admin, String description, EmbeddedPostgres own) {
		this.admin = admin;
		this.description = description;
		this.own = own;
	}

	static DatabaseServer start(Settings settings) throws IOException, SQLException {
		if (!settings.database().isEmpty()) {
			return new DatabaseServer(Database.of(settings.database()), "its own settings", null);
		}
		Database leftBehind = leftBehind();
		if (leftBehind != null) {
			return new DatabaseServer(leftBehind, "as embedded, left running by a benchmark before", null);
		}
		Files.createDirectories(FOLDER);
		// Its builder turns fsync and synchronous_commit off, as tests like it; the last
		// word counts.
		EmbeddedPostgres own = EmbeddedPostgres.builder()
			.setDataDirectory(FOLDER)
			.setCleanDataDirectory(false)
			.setPort(freePort())
			.setPGStartupWait(Duration.ofMinutes(2))
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "1GB")
			.setServerConfig("max_wal_size", "8GB")
			.setServerConfig("shared_preload_libraries", "pg_stat_statements")
			.start();
		return new DatabaseServer(ownAdmin(own.getPort()),
				"shared_buffers=1GB, max_wal_size=8GB, pg_stat_statements; fsync and synchronous_commit on", own);
	}

	/// A benchmark that was killed leaves its server behind, and the folder has room for
	/// one.
	private static Database leftBehind() throws IOException {
		Path pid = FOLDER.resolve("postmaster.pid");
		if (!Files.exists(pid)) {
			return null;
		}
		List<String> lines = Files.readAllLines(pid);
		try {
			Database found = ownAdmin(Integer.parseInt(lines.get(3).strip()));
			found.ask("SELECT 1");
			return found;
		}
		catch (SQLException | RuntimeException gone) {
			return null;
		}
	}

	private static Database ownAdmin(int port) {
		return new Database("127.0.0.1", port, "postgres", "", "postgres");
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/// The database to connect to when no other is meant.
	Database admin() {
		return this.admin;
	}

	String description() {
		return this.description;
	}

	@Override
	public void close() throws IOException, SQLException {
		if (this.own != null) {
			// It has five seconds to stop, and much to write after a night.
			this.admin.execute("CHECKPOINT");
			this.own.close();
		}
	}

}
