package com.howsmytrack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunningServerTests {

	@TempDir
	private Path directory;

	@Test
	void isFoundByTheFileThatItKeepsWhileItRuns() throws IOException {
		writePidFile(ProcessHandle.current().pid(), "ready   ");

		assertThat(RunningServer.in(this.directory)).contains(new RunningServer(54321))
			.hasValueSatisfying((server) -> assertThat(server.getJdbcUrl())
				.isEqualTo("jdbc:postgresql://localhost:54321/postgres"));
	}

	@Test
	void isNotThereWithoutTheFile() {
		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	@Test
	void isNotThereWhenItsProcessDied() throws IOException {
		writePidFile(Integer.MAX_VALUE, "ready");

		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	@Test
	void isNotThereWhileItStarts() throws IOException {
		writePidFile(ProcessHandle.current().pid(), "starting");
		assertThat(RunningServer.in(this.directory)).isEmpty();

		Files.writeString(this.directory.resolve("postmaster.pid"), "1234\n");
		assertThat(RunningServer.in(this.directory)).isEmpty();
	}

	private void writePidFile(long process, String status) throws IOException {
		Files.writeString(this.directory.resolve("postmaster.pid"),
				"%d\n/data\n1770000000\n54321\n/tmp\nlocalhost\n  1234  5\n%s\n".formatted(process, status));
	}

}
