package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;

/// Kills assignment runs at ten random moments. Each killed run must leave the data unchanged, and one more run must
/// complete.
final class KillTest {

	private static final int KILLS = 10;

	/// The lock of a killed run expires after 30 seconds; the rest is for a slow machine.
	private static final int LOCK_MILLISECONDS = 40_000;

	private static final String RUNS = "SELECT count(*) FROM job_run WHERE outcome = 'RUNNING'";

	private final Databases databases;

	private final Database input;

	private final Report report;

	private final Random random = new Random();

	private Database database;

	KillTest(Databases databases, Database input, Report report) {
		this.databases = databases;
		this.input = input;
		this.report = report;
	}

	void run() throws IOException, InterruptedException, SQLException {
		double seconds = JobProcess.of(MeasuredJob.ASSIGN_GROUPS, this.databases.copy(this.input)).orThrow().seconds();
		this.database = this.databases.copy(this.input);
		String before = state();
		Table table = this.report.table("Killed assignment runs", "kill", Table.format("after seconds of %.1f", seconds),
				"data unchanged");
		int killed = 0;
		while (killed < KILLS) {
			double after = this.random.nextDouble() * seconds;
			if (killAfter(after)) {
				killed++;
				check(before, killed, after, table);
			}
			else {
				this.database = this.databases.copy(this.input);
			}
		}
		Progress.print("waiting for the lock of the killed run");
		awaitLock();
		int exitStatus = JobProcess.of(MeasuredJob.ASSIGN_GROUPS, this.database).exitStatus();
		long pending = this.database.count("SELECT count(*) FROM feedback_request WHERE feedback_group_id IS NULL");
		long mails = this.database.count("SELECT count(*) FROM outgoing_mail");
		long requests = this.database.count("SELECT count(*) FROM feedback_request");
		boolean complete = exitStatus == 0 && pending == 0 && mails == requests;
		table.add("none", "-", complete ? "the next run was complete" : "**the next run was not complete**");
		if (!complete) {
			this.report.addProblem("After %d kills, the next run left %d requests pending, with %d mails for %d requests"
				.formatted(KILLS, pending, mails, requests));
		}
	}

	/// Returns false if the run ended before the kill.
	private boolean killAfter(double seconds) throws IOException, InterruptedException, SQLException {
		// Releases the lock of the previous run. Only the last run tests that the lock expires.
		this.database.execute("DELETE FROM shedlock");
		this.database.execute("UPDATE job_run SET outcome = 'DIED', finished_at = now() WHERE outcome = 'RUNNING'");
		Process process = JobProcess.begin(MeasuredJob.ASSIGN_GROUPS, this.database);
		while (process.isAlive() && this.database.count(RUNS) == 0) {
			Thread.sleep(5);
		}
		if (!process.isAlive() && process.exitValue() != 0) {
			throw new IOException("The job failed before it was killed, see target/benchmark/job.log");
		}
		Thread.sleep((long) (seconds * 1_000));
		process.destroyForcibly().waitFor();
		return this.database.count(RUNS) == 1;
	}

	private void check(String before, int killed, double after, Table table) throws InterruptedException, SQLException {
		String immediately = state();
		awaitQuiet();
		boolean same = before.equals(immediately) && before.equals(state());
		table.add(killed + "", Table.format("%.2f", after), same ? "yes" : "**no**");
		Progress.print("killed after " + Table.format("%.2f s: ", after)
				+ (same ? "data unchanged" : "data CHANGED"));
		if (!same) {
			this.report.addProblem(
					"An assignment run killed after %.2f seconds left %s instead of %s".formatted(after, state(), before));
		}
	}

	/// The numbers of rows that an assignment run changes.
	private String state() throws SQLException {
		return this.database.ask("""
				SELECT format('%s groups, %s forms, %s mails, %s of %s requests pending',
					(SELECT count(*) FROM feedback_group), (SELECT count(*) FROM feedback_response),
					(SELECT count(*) FROM outgoing_mail), count(*) FILTER (WHERE feedback_group_id IS NULL), count(*))
				FROM feedback_request""");
	}

	/// The server notices a closed connection only after the current statement.
	private void awaitQuiet() throws InterruptedException, SQLException {
		while (this.database.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
				+ "AND pid <> pg_backend_pid() AND backend_type = 'client backend'") > 0) {
			Thread.sleep(50);
		}
	}

	private void awaitLock() throws InterruptedException, SQLException {
		Instant limit = Instant.now().plusMillis(LOCK_MILLISECONDS);
		String held = "SELECT count(*) FROM shedlock WHERE lock_until > timezone('utc', now())";
		while (this.database.count(held) > 0) {
			if (Instant.now().isAfter(limit)) {
				this.report.addProblem("The lock of a killed run did not expire in time");
				return;
			}
			Thread.sleep(200);
		}
	}

}
