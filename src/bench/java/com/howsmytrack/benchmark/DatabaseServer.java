package com.howsmytrack.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// The measured PostgreSQL server: an embedded one whose data is kept, or a running one.
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
		Database running = running();
		if (running != null) {
			return new DatabaseServer(running, "embedded, still running from a previous benchmark", null);
		}
		Files.createDirectories(FOLDER);
		// The builder turns fsync and synchronous_commit off; later options override earlier ones.
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

	/// A killed benchmark leaves its server running, and only one server can use the folder.
	private static Database running() throws IOException {
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

	/// The database for administration.
	Database admin() {
		return this.admin;
	}

	String description() {
		return this.description;
	}

	@Override
	public void close() throws IOException, SQLException {
		if (this.own != null) {
			// The server has five seconds to stop, which is too short if it has much to write.
			this.admin.execute("CHECKPOINT");
			this.own.close();
		}
	}

}
