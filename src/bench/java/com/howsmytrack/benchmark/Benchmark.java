package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Fills a database, starts the jar as production does, and measures it against the bare SQL. See src/bench/README.md.
///
/// The exit status is 1 if a response or a row is wrong. A missed limit is only reported in the table, because the machine
/// can be its cause.
final class Benchmark {

	private final Settings settings;

	private final DatabaseServer server;

	private final Databases databases;

	private final Sessions sessions = new Sessions();

	private final Report report = new Report();

	private Benchmark(Settings settings, DatabaseServer server) {
		this.settings = settings;
		this.server = server;
		this.databases = new Databases(server.admin());
	}

	public static void main(String[] args) throws Exception {
		Settings settings = Settings.read();
		Commands.require("wrk", "wrk");
		Commands.require("pgbench", "postgresql-contrib");
		Files.createDirectories(Settings.OUTPUT);
		boolean correct;
		try (DatabaseServer server = DatabaseServer.start(settings)) {
			correct = new Benchmark(settings, server).run();
		}
		System.exit(correct ? 0 : 1);
	}

	private boolean run() throws IOException, InterruptedException, SQLException {
		JobBenchmark jobs = new JobBenchmark(this.settings, this.databases, this.report);
		part("pages", this::pages);
		part("artists", this::artists);
		part("sign-in-burst", this::signInBurst);
		part("jobs", jobs::measure);
		part("growth", jobs::measureGrowth);
		part("jobs-under-load", this::jobsUnderLoad);
		part("kills", this::kills);
		part("live", this::live);
		part("wake-ups", this::wakeUps);
		part("two-instances", this::twoInstances);
		this.databases.dropCopy();
		this.report.publish(Machine.describe(this.settings, this.server), this.settings.keep());
		return this.report.isCorrect();
	}

	private interface Part {

		void measure() throws IOException, InterruptedException, SQLException;

	}

	/// An exception in a part fails the run, but the other parts are still measured.
	private void part(String name, Part part) throws InterruptedException {
		if (this.settings.parts().contains(name)) {
			try {
				part.measure();
			}
			catch (IOException | SQLException | RuntimeException failure) {
				failure.printStackTrace();
				this.report.addProblem("%s stopped with an exception: %s".formatted(name, failure.getMessage()));
			}
		}
	}

	private void pages() throws IOException, InterruptedException, SQLException {
		Database database = filled("pages", List.of("pages.sql"));
		Workload workload = Workload.create(database, this.sessions, this.settings.members());
		try (Service service = Service.start(database, this.sessions)) {
			new Pages(this.settings, workload, service, this.report).measure(this.server.admin());
		}
	}

	private void artists() throws IOException, InterruptedException, SQLException {
		Database database = this.databases.filled("releases", List.of("releases.sql"), Map.of());
		try (Service service = Service.start(database, this.sessions, "service.log", ArtistsPage.SETTINGS)) {
			new ArtistsPage(this.settings, database, service, this.report).measure(this.server.admin());
		}
	}

	private void signInBurst() throws IOException, InterruptedException, SQLException {
		Database database = filled("pages", List.of("pages.sql"));
		Workload workload = Workload.create(database, this.sessions, this.settings.members());
		try (Service service = Service.start(database, this.sessions)) {
			new ConcurrentLoad(workload, service, this.report, this.settings).duringSignInBurst();
		}
	}

	private void jobsUnderLoad() throws IOException, InterruptedException, SQLException {
		Database copy = this.databases
			.copy(filled("jobs_under_load_" + this.settings.smallJobRows(), List.of("pages.sql", "jobs/pending-requests.sql")));
		long operator = 1;
		copy.execute("UPDATE account SET operator = true WHERE id = " + operator);
		Workload workload = Workload.create(copy, this.sessions, this.settings.members());
		try (Service service = Service.start(copy, this.sessions)) {
			new ConcurrentLoad(workload, service, this.report, this.settings).duringAssignmentRun(copy, this.sessions.tokenOf(operator));
		}
	}

	private void kills() throws IOException, InterruptedException, SQLException {
		new KillTest(this.databases, MeasuredJob.ASSIGN_GROUPS.input(this.databases, this.settings.smallJobRows()), this.report).run();
	}

	private void live() throws IOException, InterruptedException, SQLException {
		new LiveBenchmark(this.settings, liveCopy(), this.sessions, this.report).measure();
	}

	private void wakeUps() throws IOException, InterruptedException, SQLException {
		LiveSubmissions submissions = new LiveSubmissions(this.settings, this.server.admin(), this.sessions, this.report);
		submissions.onSameInstance(liveCopy());
		submissions.onAnotherInstance(liveCopy());
	}

	private Database liveCopy() throws IOException, SQLException {
		Database copy = this.databases.copy(filled("pages", List.of("pages.sql")));
		SqlScript.read("live.sql", Map.of()).run(copy);
		return copy;
	}

	private void twoInstances() throws IOException, InterruptedException, SQLException {
		Commands.require("node", "nodejs");
		int groups = TwoInstances.groups(this.settings);
		Database input = this.databases.filled("two_instances_" + groups, List.of("two-instances.sql"),
				Map.of("groups", groups, "hash", Sessions.passwordHash()));
		new TwoInstances(this.databases.copy(input), this.sessions, this.report, this.settings).measure();
	}

	private Database filled(String name, List<String> scripts) throws IOException, SQLException {
		return this.databases.filled(name + "_" + this.settings.members(), scripts, Map.of("members",
				this.settings.members(), "requests", this.settings.smallJobRows(), "hash", Sessions.passwordHash()));
	}

}
