package com.howsmytrack.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A development database that is already running: another process of this application started it, or a killed one
/// left it running. Using it allows a job to be run by command while the service runs, and a start after a crash. It
/// is not stopped by the process that uses it.
record RunningServer(int port) implements JdbcConnectionDetails {

	private static final Logger logger = LoggerFactory.getLogger(RunningServer.class);

	/// Lines of PostgreSQL's `postmaster.pid`.
	private static final int PROCESS_LINE = 0;

	private static final int PORT_LINE = 3;

	private static final int STATUS_LINE = 7;

	static Optional<RunningServer> in(Path directory) {
		Path pidFile = directory.resolve("postmaster.pid");
		if (!Files.isReadable(pidFile)) {
			return Optional.empty();
		}
		try {
			List<String> lines = Files.readAllLines(pidFile);
			if (lines.size() <= STATUS_LINE || !"ready".equals(lines.get(STATUS_LINE).strip())) {
				return Optional.empty();
			}
			long process = Long.parseLong(lines.get(PROCESS_LINE).strip());
			if (ProcessHandle.of(process).isEmpty()) {
				return Optional.empty();
			}
			int port = Integer.parseInt(lines.get(PORT_LINE).strip());
			logger.info("Using the development database that runs already, process {} on port {}", process, port);
			return Optional.of(new RunningServer(port));
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	@Override
	public String getJdbcUrl() {
		return DevelopmentDatabase.jdbcUrl(this.port);
	}

	@Override
	public String getUsername() {
		return DevelopmentDatabase.USERNAME;
	}

	@Override
	public String getPassword() {
		return "";
	}

}
