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

/// A job that is started on the command line, in a process of its own.
///
/// @param seconds from the start of the job to its end, as recorded in job_run
/// @param secondsInLog the same according to the log; 0 if the job did not finish
/// @param heapAfterCollection the highest heap usage after a garbage collection, in megabytes
/// @param heapAtMost the highest heap usage, in megabytes
record JobProcess(int exitStatus, double seconds, double secondsInLog, long heapAfterCollection, long heapAtMost) {

	private static final Pattern DONE = Pattern.compile(" done in (PT\\S+):");

	private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

	private static final Path LOG = Settings.OUTPUT.resolve("job.log");

	private static final Path COLLECTIONS = Settings.OUTPUT.resolve("job-gc.log");

	static Process begin(MeasuredJob job, Database database) throws IOException {
		Files.deleteIfExists(COLLECTIONS);
		List<String> command = new ArrayList<>(
				Settings.java(List.of("-Xmx" + job.megabytes() + "m", "-Xlog:gc:file=" + COLLECTIONS)));
		command.add(job.command());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
		builder.environment().put("DATABASE_URL", database.url());
		builder.environment().put("ENVIRONMENT", "PROD");
		builder.environment().put("SECRET_KEY", "a key for a process that signs nothing");
		builder.environment().put("API_URL", "http://localhost:8080");
		Process process = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return process;
	}

	static JobProcess of(MeasuredJob job, Database database) throws IOException, InterruptedException, SQLException {
		return end(begin(job, database), database);
	}

	static JobProcess end(Process process, Database database) throws IOException, InterruptedException, SQLException {
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
		return new JobProcess(exitStatus, (seconds != null) ? Double.parseDouble(seconds) : 0, readSecondsInLog(),
				heapAfterCollection, heapAtMost);
	}

	private static double readSecondsInLog() throws IOException {
		Matcher done = DONE.matcher(Files.readString(LOG));
		return done.find() ? Duration.parse(done.group(1)).toNanos() / 1e9 : 0;
	}

	/// Throws an exception with the log if the job failed.
	JobProcess orThrow() throws IOException {
		if (this.exitStatus != 0) {
			throw new IOException("The job failed: " + Files.readString(LOG));
		}
		return this;
	}

}
