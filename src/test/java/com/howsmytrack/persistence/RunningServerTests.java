package com.howsmytrack.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunningServerTests {

	@TempDir
	private Path directory;

	@Test
	void isNotFoundInAMissingDirectory() {
		assertThat(RunningServer.in(this.directory.resolve("postgres"))).isEmpty();
	}

	@Test
	void isNotFoundInAnEmptyDirectory() {
		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	@Test
	void isFoundWithItsPort() throws IOException {
		writePidFile(pidFile(ProcessHandle.current().pid(), "5433", "ready   "));

		assertThat(RunningServer.in(this.directory)).contains(new RunningServer(5433));
	}

	@Test
	void isNotFoundAfterItsProcessHasEnded() throws IOException, InterruptedException {
		Process process = new ProcessBuilder("true").start();
		process.waitFor();
		writePidFile(pidFile(process.pid(), "5433", "ready   "));

		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	@Test
	void isNotFoundBeforeItIsReady() throws IOException {
		writePidFile(pidFile(ProcessHandle.current().pid(), "5433", "starting"));

		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	@Test
	void isNotFoundWhileItsFileIsBeingWritten() throws IOException {
		String whole = pidFile(ProcessHandle.current().pid(), "5433", "ready");

		for (int length = 0; length < whole.length() - 1; length++) {
			writePidFile(whole.substring(0, length));
			assertThat(RunningServer.in(this.directory)).as(whole.substring(0, length)).isEmpty();
		}
	}

	@Test
	void isUsedAsItRuns() throws IOException, SQLException {
		try (EmbeddedPostgres embedded = EmbeddedPostgres.start()) {
			Path data = Path.of(query(embedded.getJdbcUrl("postgres", "postgres"), "SHOW data_directory"));

			RunningServer server = RunningServer.in(data).orElseThrow();

			assertThat(server.getUsername()).isEqualTo("postgres");
			assertThat(query(server.getJdbcUrl(), "SHOW data_directory")).isEqualTo(data.toString());
		}
	}

	/// The file as PostgreSQL writes it.
	private static String pidFile(long process, String port, String status) {
		return "%d\n/data\n1772366400\n%s\n/tmp\nlocalhost\n 1234 5\n%s\n".formatted(process, port, status);
	}

	private void writePidFile(String content) throws IOException {
		Files.writeString(this.directory.resolve("postmaster.pid"), content);
	}

	private static String query(String jdbcUrl, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
				var rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
