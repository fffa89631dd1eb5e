package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Fills a database, starts the jar as production does, and measures it against the bare SQL. See src/bench/README.md.
///
/// It exits with 1 when an answer or a row was wrong. A limit that is missed is said in the table and does not fail the
/// run: that may be the machine's doing.
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
		boolean good;
		try (DatabaseServer server = DatabaseServer.start(settings)) {
			good = new Benchmark(settings, server).run();
		}
		System.exit(good ? 0 : 1);
	}

	private boolean run() throws IOException, InterruptedException, SQLException {
		AssignmentRuns nights = new AssignmentRuns(this.settings, this.databases, this.report);
		part("pages", this::pages);
		part("storm", this::storm);
		part("nights", nights::measure);
		part("growth", nights::measureGrowth);
		part("awake", this::awake);
		part("kills", this::kills);
		this.databases.dropCopy();
		this.report.publish(Machine.describe(this.settings, this.server), this.settings.keep());
		return this.report.isGood();
	}

	private interface Part {

		void measure() throws IOException, InterruptedException, SQLException;

	}

	/// One that breaks off costs the run its success, not the other parts' tables.
	private void part(String name, Part part) throws InterruptedException {
		if (this.settings.parts().contains(name)) {
			try {
				part.measure();
			}
			catch (IOException | SQLException | RuntimeException failure) {
				failure.printStackTrace();
				this.report.addProblem("%s broke off: %s".formatted(name, failure.getMessage()));
			}
		}
	}

	private void pages() throws IOException, InterruptedException, SQLException {
		Database database = filled("pages", List.of("pages.sql"));
		Crowd crowd = Crowd.gather(database, this.sessions, this.settings.members());
		try (Service service = Service.start(database, this.sessions)) {
			new Pages(this.settings, crowd, service, this.report).measure(this.server.admin());
		}
	}

	private void storm() throws IOException, InterruptedException, SQLException {
		Database database = filled("pages", List.of("pages.sql"));
		Crowd crowd = Crowd.gather(database, this.sessions, this.settings.members());
		try (Service service = Service.start(database, this.sessions)) {
			new Company(crowd, service, this.report, this.settings).inASignInStorm();
		}
	}

	private void awake() throws IOException, InterruptedException, SQLException {
		Database copy = this.databases
			.copy(filled("awake_" + this.settings.smallNight(), List.of("pages.sql", "nights/pending-requests.sql")));
		long operator = 1;
		copy.execute("UPDATE account SET operator = true WHERE id = " + operator);
		Crowd crowd = Crowd.gather(copy, this.sessions, this.settings.members());
		try (Service service = Service.start(copy, this.sessions)) {
			new Company(crowd, service, this.report, this.settings).inANight(copy, this.sessions.tokenOf(operator));
		}
	}

	private void kills() throws IOException, InterruptedException, SQLException {
		new Kills(this.databases, Night.GROUPING.evening(this.databases, this.settings.smallNight()), this.report).drill();
	}

	private Database filled(String name, List<String> scripts) throws IOException, SQLException {
		return this.databases.filled(name + "_" + this.settings.members(), scripts, Map.of("members",
				this.settings.members(), "requests", this.settings.smallNight(), "hash", Sessions.passwordHash()));
	}

}
