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

/// A development database that runs already: another process of ours started it, or one that was killed
/// left it behind. Using it lets a job run by hand beside the service, and a start succeed after a crash.
/// Whoever finds it does not stop it.
record RunningServer(int port) implements JdbcConnectionDetails {

	private static final Logger logger = LoggerFactory.getLogger(RunningServer.class);

	/// Where PostgreSQL's `postmaster.pid` has what we look for.
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
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
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
