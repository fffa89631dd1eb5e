package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A night as an operator starts it, in a process of its own.
///
/// @param exitStatus 0 for a night that did its work
/// @param seconds from the start of the job to its end, as the service records it in job_run
/// @param secondsInLog the same, as its last line of log says; 0 when there is none
/// @param heapAfterCollection the most megabytes that a collection left
/// @param heapAtMost the most megabytes there ever were
record NightRun(int exitStatus, double seconds, double secondsInLog, long heapAfterCollection, long heapAtMost) {

	private static final Pattern DONE = Pattern.compile(" done in (PT\\S+):");

	private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

	private static final Path LOG = Settings.OUTPUT.resolve("night.log");

	private static final Path COLLECTIONS = Settings.OUTPUT.resolve("night-gc.log");

	static Process begin(Night night, Database database) throws IOException {
		Files.deleteIfExists(COLLECTIONS);
		List<String> command = new ArrayList<>(
				Settings.java(List.of("-Xmx" + night.megabytes() + "m", "-Xlog:gc:file=" + COLLECTIONS)));
		command.add(night.command());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
		builder.environment().put("DATABASE_URL", database.url());
		builder.environment().put("ENVIRONMENT", "PROD");
		builder.environment().put("SECRET_KEY", "a night signs nothing, and yet there must be a key");
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return process;
	}

	static NightRun of(Night night, Database database) throws IOException, InterruptedException, SQLException {
		return end(begin(night, database), database);
	}

	static NightRun end(Process process, Database database) throws IOException, InterruptedException, SQLException {
		int exitStatus = process.waitFor();
		String seconds = database.ask("""
				SELECT extract(epoch FROM finished_at - started_at) FROM job_run
				WHERE outcome = 'SUCCEEDED' ORDER BY id DESC LIMIT 1""");
		long heapAfterCollection = 0;
		long heapAtMost = 0;
		Matcher collection = COLLECTION.matcher(Files.exists(COLLECTIONS) ? Files.readString(COLLECTIONS) : "");
		while (collection.find()) {
			heapAtMost = Math.max(heapAtMost, Long.parseLong(collection.group(1)));
			heapAfterCollection = Math.max(heapAfterCollection, Long.parseLong(collection.group(2)));
		}
		return new NightRun(exitStatus, (seconds != null) ? Double.parseDouble(seconds) : 0, readSecondsInLog(),
				heapAfterCollection, heapAtMost);
	}

	private static double readSecondsInLog() throws IOException {
		Matcher done = DONE.matcher(Files.readString(LOG));
		return done.find() ? Duration.parse(done.group(1)).toNanos() / 1e9 : 0;
	}

	/// Throws with what the log says, unless the night did its work.
	NightRun orThrow() throws IOException {
		if (this.exitStatus != 0) {
			throw new IOException("The night failed: " + Files.readString(LOG));
		}
		return this;
	}

}
