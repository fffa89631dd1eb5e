package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;

/// A grouping that is killed at ten random moments leaves the evening's state each time, and the next one does it all.
final class Kills {

	private static final int KILLS = 10;

	/// How long after it was killed a night holds its lock, and some time for a slow
	/// machine.
	private static final int LOCK_MILLISECONDS = 40_000;

	private static final String RUNS = "SELECT count(*) FROM job_run WHERE outcome = 'RUNNING'";

	private final Databases databases;

	private final Database evening;

	private final Report report;

	private final Random random = new Random();

	private Database database;

	Kills(Databases databases, Database evening, Report report) {
		this.databases = databases;
		this.evening = evening;
		this.report = report;
	}

	void drill() throws IOException, InterruptedException, SQLException {
		double seconds = NightRun.of(Night.GROUPING, this.databases.copy(this.evening)).orThrow().seconds();
		this.database = this.databases.copy(this.evening);
		String before = state();
		Table table = this.report.table("Groupings killed", "kill", "after seconds of " + Table.number("%.1f", seconds),
				"evening's state");
		int killed = 0;
		while (killed < KILLS) {
			double after = this.random.nextDouble() * seconds;
			if (killAfter(after)) {
				killed++;
				check(before, killed, after, table);
			}
			else {
				this.database = this.databases.copy(this.evening);
			}
		}
		Progress.say("waiting for the lock of the last one");
		awaitLock();
		int exitStatus = NightRun.of(Night.GROUPING, this.database).exitStatus();
		long pending = this.database.count("SELECT count(*) FROM feedback_request WHERE feedback_group_id IS NULL");
		long mails = this.database.count("SELECT count(*) FROM outgoing_mail");
		long requests = this.database.count("SELECT count(*) FROM feedback_request");
		boolean allDone = exitStatus == 0 && pending == 0 && mails == requests;
		table.add("none", "-", allDone ? "the next one grouped all" : "**the next one did not group all**");
		if (!allDone) {
			this.report.addProblem("After %d kills a grouping left %d requests pending, with %d mails for %d requests"
				.formatted(KILLS, pending, mails, requests));
		}
	}

	/// @return false if it was done before
	private boolean killAfter(double seconds) throws IOException, InterruptedException, SQLException {
		// By hand, for all but the last: waiting for it ten times shows no more.
		this.database.execute("DELETE FROM shedlock");
		this.database.execute("UPDATE job_run SET outcome = 'DIED', finished_at = now() WHERE outcome = 'RUNNING'");
		Process process = NightRun.begin(Night.GROUPING, this.database);
		while (process.isAlive() && this.database.count(RUNS) == 0) {
			Thread.sleep(5);
		}
		if (!process.isAlive() && process.exitValue() != 0) {
			throw new IOException("The night failed before it was killed, see target/benchmark/night.log");
		}
		Thread.sleep((long) (seconds * 1_000));
		process.destroyForcibly().waitFor();
		return this.database.count(RUNS) == 1;
	}

	private void check(String before, int killed, double after, Table table) throws InterruptedException, SQLException {
		String atOnce = state();
		awaitQuiet();
		boolean same = before.equals(atOnce) && before.equals(state());
		table.add(killed + "", Table.number("%.2f", after), same ? "yes" : "**no**");
		Progress.say("killed after " + Table.number("%.2f s: ", after)
				+ (same ? "as in the evening" : "NOT as in the evening"));
		if (!same) {
			this.report.addProblem(
					"A grouping killed after %.2f seconds left %s instead of %s".formatted(after, state(), before));
		}
	}

	/// All that a grouping changes.
	private String state() throws SQLException {
		return this.database.ask("""
				SELECT format('%s groups, %s forms, %s mails, %s of %s requests pending',
					(SELECT count(*) FROM feedback_group), (SELECT count(*) FROM feedback_response),
					(SELECT count(*) FROM outgoing_mail), count(*) FILTER (WHERE feedback_group_id IS NULL), count(*))
				FROM feedback_request""");
	}

	/// The server notices that nobody is there any more when the statement it works at is
	/// over.
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
				this.report.addProblem("The lock of a killed grouping is held for too long");
				return;
			}
			Thread.sleep(200);
		}
	}

}
