package com.howsmytrack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.persistence.DatabaseUrl;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

	@Autowired
	private Database database;

	@Autowired
	private FeedbackScenario scenario;

	@Test
	void runsAJobWithoutAWebServer(CapturedOutput output) {
		assertThat(command("assign-groups")).isZero();

		assertThat(this.database.single(String.class, "SELECT job || ' ' || outcome FROM job_run"))
			.isEqualTo("assign-groups SUCCEEDED");
		assertThat(output).doesNotContain("Tomcat started").contains("assign-groups done in");
	}

	/// The streams of members are on instances, not in the process of the command.
	@Test
	void notifiesTheInstancesOfItsChanges() throws SQLException {
		this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bo", Genre.JAZZ);
		DatabaseUrl server = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(),
				server.password()); Statement statement = connection.createStatement()) {
			statement.execute("LISTEN howsmytrack_live");

			assertThat(command("assign-groups")).isZero();

			assertThat(connection.unwrap(PGConnection.class).getNotifications(60_000)).singleElement()
				.extracting(PGNotification::getParameter, InstanceOfAssertFactories.STRING)
				.endsWith("|notifications:*");
		}
	}

	@Test
	void migratesTheDatabase(CapturedOutput output) {
		assertThat(command("migrate")).isZero();

		assertThat(output).contains("The database is at version ").doesNotContain("Tomcat started");
	}

	@Test
	void createsTheFirstOperator(CapturedOutput output) {
		assertThat(command("create-operator", "ada@example.com")).isZero();
		assertThat(command("create-operator", "no address")).isOne();

		assertThat(this.database.single(String.class, "SELECT email FROM account WHERE operator"))
			.isEqualTo("ada@example.com");
		assertThat(output.getErr()).contains("Please provide a valid email address.");
	}

	@Test
	void exportsUsageFigures(@TempDir Path directory) {
		assertThat(command("export-stats", directory.toString())).isZero();

		assertThat(directory.resolve("usage.csv")).exists();
	}

	@Test
	void insertsNoDemoDataEvenIfASettingAsksForIt() {
		assertThat(command("calculate-user-ratings", "--howsmytrack.demo.enabled=true")).isZero();

		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void reportsThatAnotherRunHoldsTheLock(CapturedOutput output) {
		this.database.lock("assign-groups");

		assertThat(command("assign-groups")).isOne();

		assertThat(output.getErr()).contains("assign-groups did not run: another run holds its lock.");
	}

	@Test
	void reportsThatAJobFailed(CapturedOutput output) {
		this.database.update("ALTER TABLE member_rating RENAME TO member_rating_hidden");
		try {
			assertThat(command("calculate-user-ratings")).isOne();
		}
		finally {
			this.database.update("ALTER TABLE member_rating_hidden RENAME TO member_rating");
		}

		assertThat(output.getErr()).contains("calculate-user-ratings failed and changed nothing.");
	}

	@Test
	void listsTheCommandsForAnUnknownOne(CapturedOutput output) {
		assertThat(command("make-coffee")).isEqualTo(2);

		assertThat(output.getErr()).contains("Unknown command: make-coffee", "calculate-user-ratings", "assign-groups",
				"import-django URL");
	}

	@Test
	void reportsWhyItDidNotImport(CapturedOutput output) {
		assertThat(command("import-django", "mysql://u:geheim@host/db")).isOne();

		assertThat(output.getErr()).contains("not a PostgreSQL URL").doesNotContain("geheim");
	}

	@Test
	void reportsAWrongNumberOfArguments(CapturedOutput output) {
		assertThat(command("migrate", "everything")).isEqualTo(2);
		assertThat(command("assign-groups", "twice")).isEqualTo(2);
		assertThat(command("create-operator")).isEqualTo(2);

		assertThat(output.getErr()).contains("Wrong number of arguments for migrate",
				"Wrong number of arguments for assign-groups", "create-operator EMAIL", "export-stats DIRECTORY");
	}

	@Test
	void startsTheServiceIfTheFirstArgumentIsAProperty() {
		assertThat(CommandLine.isCommand(new String[0])).isFalse();
		assertThat(CommandLine.isCommand(new String[] { "--server.port=8081" })).isFalse();
		assertThat(CommandLine.isCommand(new String[] { "assign-groups" })).isTrue();
	}

	private static int command(String name, String... more) {
		String[] args = new String[more.length + 2];
		args[0] = name;
		args[1] = "--DATABASE_URL=" + TestPostgres.databaseUrl();
		System.arraycopy(more, 0, args, 2, more.length);
		return CommandLine.run(args);
	}

}
