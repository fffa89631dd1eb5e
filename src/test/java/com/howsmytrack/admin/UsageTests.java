package com.howsmytrack.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.CommandFailedException;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// On March 1, an operator, Ada and Bo register, and Ada and Bo form a group. On March 3, Cy and Di do the same.
@WholeApplication
class UsageTests {

	private static final String USAGE = """
			{ usage(from: "%s", to: "%s") {
				day registrations requests groups responsesAsked responsesGiven responseRate
			} }""";

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private QueryPlans plans;

	@Autowired
	private ExportStats export;

	@Autowired
	private SummarizeUsage summarize;

	@Autowired
	private Usage usage;

	@Autowired
	private UsageDays days;

	@Autowired
	private JobThrottle throttle;

	private AdminApi admin;

	private Browser cy;

	@BeforeEach
	void useTheServiceOnTwoDays() {
		this.admin = AdminApi.open(this.api, this.database);
		FeedbackScenario.submitAllForms(this.scenario.group("ada", "bo").getFirst());
		this.clock.pass(Duration.ofHours(36));
		this.cy = this.scenario.group("cy", "di").getFirst();
	}

	@Test
	void isCountedDayByDayWithoutGaps() {
		this.admin.run(USAGE.formatted("2026-02-28", "2026-03-03"))
			.hasNoErrors()
			.with("usage.length()", 4)
			.with("usage[0].day", "2026-02-28")
			.with("usage[0].registrations", 0)
			.with("usage[1].day", "2026-03-01")
			.with("usage[1].registrations", 3)
			.with("usage[1].requests", 2)
			.with("usage[1].groups", 1)
			.with("usage[1].responsesAsked", 2)
			.with("usage[1].responsesGiven", 1)
			.with("usage[1].responseRate", 0.5)
			.with("usage[2].groups", 0)
			.with("usage[2].responseRate", null)
			.with("usage[3].registrations", 2)
			.with("usage[3].responsesGiven", 0)
			.with("usage[3].responseRate", 0.0);
	}

	@Test
	void countsDaysInUtc() {
		this.database.update("UPDATE account SET created_at = '2026-03-02T00:30:00+01' WHERE email LIKE 'ada%'");

		this.admin.run(USAGE.formatted("2026-03-01", "2026-03-02"))
			.with("usage[0].registrations", 3)
			.with("usage[1].registrations", 0);
	}

	@Test
	void doesNotCountADeletedAccount() {
		AccountScenario.deleteAccount(this.cy, Api.PASSWORD).succeeded("deleteAccount");

		this.admin.run(USAGE.formatted("2026-03-03", "2026-03-03")).with("usage[0].registrations", 1);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02, 2026-03-01", "2025-01-01, 2026-03-01", "0001-01-01, 9999-12-31" })
	void rejectsAnInvalidPeriod(String from, String to) {
		assertThat(this.admin.run(USAGE.formatted(from, to)).errorMessages())
			.containsExactly("Ask for 1 to 400 days, the first before the last.");
	}

	@Test
	void isCountedForFourHundredDays() {
		this.admin.run(USAGE.formatted("2025-01-26", "2026-03-01")).hasNoErrors().with("usage.length()", 400);
	}

	@Test
	void readsNoWholeTable() {
		assertThat(this.plans.fullScans(() -> this.admin.run(USAGE.formatted("2026-03-01", "2026-03-03")))).isEmpty();
		assertThat(this.plans.indexes(() -> this.admin.run(USAGE.formatted("2026-03-01", "2026-03-03"))))
			.as("the functions that count are part of the plan")
			.contains("account_created_at", "feedback_group_created_at")
			.anyMatch((index) -> index.startsWith("feedback_request_") && index.endsWith("created_at"));
	}

	@Test
	void isExportedToAFile(@TempDir Path directory) throws IOException, CommandFailedException {
		Files.writeString(directory.resolve("usage.csv"), "an earlier export");

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readString(directory.resolve("usage.csv"))).isEqualTo("""
				day,registrations,requests,groups,responses_asked,responses_given,response_rate
				2026-03-01,3,2,1,2,1,0.5000
				2026-03-02,0,0,0,0,0,
				2026-03-03,2,2,1,2,0,0.0000
				""".replace("\n", "\r\n"));
		assertThat(Files.list(directory)).hasSize(1);
	}

	@Test
	void isExportedForYears(@TempDir Path directory) throws IOException, CommandFailedException {
		this.clock.pass(Duration.ofDays(1000));

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readAllLines(directory.resolve("usage.csv"))).hasSize(1 + 1003).doesNotHaveDuplicates();
	}

	@Test
	void isExportedFromAnEmptyDatabase(@TempDir Path directory) throws IOException, CommandFailedException {
		this.database.update("DELETE FROM feedback_response");
		this.database.update("DELETE FROM feedback_request");
		this.database.update("DELETE FROM feedback_group");
		this.database.update("DELETE FROM account");

		this.export.run(List.of(directory.toString()));

		assertThat(Files.readAllLines(directory.resolve("usage.csv"))).hasSize(2).contains("2026-03-03,0,0,0,0,0,");
	}

	@Test
	void reportsADirectoryThatCannotBeWritten(@TempDir Path directory) throws IOException {
		Path missing = directory.resolve("missing");
		Path file = Files.createFile(directory.resolve("file"));

		assertThatExceptionOfType(CommandFailedException.class)
			.isThrownBy(() -> this.export.run(List.of(missing.toString())))
			.withMessage("There is no directory " + missing + ".");
		assertThatExceptionOfType(CommandFailedException.class)
			.isThrownBy(() -> this.export.run(List.of(file.toString())))
			.withMessage("There is no directory " + file + ".");
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(() -> this.export.run(List.of("\0")))
			.withMessageStartingWith("There is no directory ");
	}

	@Test
	void isTheSameAfterTheNightlyJob() {
		String before = this.admin.run(USAGE.formatted("2026-02-28", "2026-03-03")).response().body();

		assertThat(this.summarize.run()).containsExactly(Map.entry("daysSummarized", 2L));

		assertThat(this.admin.run(USAGE.formatted("2026-02-28", "2026-03-03")).response().body()).isEqualTo(before);
		assertThat(this.database.count("usage_day")).isEqualTo(2);
	}

	@Test
	void isReadFromTheTableForPastDays() {
		this.summarize.run();
		this.database.update("UPDATE usage_day SET requests = 4711 WHERE day = '2026-03-02'");

		this.admin.run(USAGE.formatted("2026-03-01", "2026-03-03"))
			.with("usage[0].requests", 2)
			.with("usage[1].requests", 4711)
			.with("usage[2].requests", 2);
	}

	@Test
	void followsChangesOfADayForThirtyDays() {
		passDays(30);
		this.summarize.run();
		deleteAccountOfCy();

		assertThat(registrationsOnMarchThird()).as("before the next run of the job").isEqualTo(2);
		this.summarize.run();

		assertThat(registrationsOnMarchThird()).isEqualTo(1);
	}

	@Test
	void doesNotChangeAfterThirtyDays() {
		passDays(30);
		this.summarize.run();
		passDays(1);
		deleteAccountOfCy();
		this.summarize.run();

		assertThat(registrationsOnMarchThird()).isEqualTo(2);
	}

	@Test
	void freezesADayAfterTheConfiguredTime() {
		SummarizeUsage afterOneDay = new SummarizeUsage(this.usage, this.days, new UsageSettings(Duration.ofDays(1)),
				this.throttle, this.clock);
		passDays(2);
		afterOneDay.run();
		deleteAccountOfCy();
		afterOneDay.run();

		assertThat(registrationsOnMarchThird()).isEqualTo(2);
	}

	@Test
	void fillsDaysThatTheJobMissed() {
		passDays(100);
		this.summarize.run();
		this.database.update("DELETE FROM usage_day WHERE day = '2026-03-02'");
		passDays(3);

		assertThat(this.summarize.run()).containsExactly(Map.entry("daysSummarized", 31L));
		assertThat(this.database.count("usage_day")).isEqualTo(105);
	}

	@Test
	void countsOnlyRecentDaysOnceTheJobHasRun() {
		passDays(399);
		this.summarize.run();

		assertThat(Statements.of(() -> this.admin.run(USAGE.formatted("2026-03-03", "2027-04-06")).hasNoErrors())
			.stream()
			.filter((statement) -> statement.contains("_per_day("))).hasSize(3);
	}

	/// The session of the operator does not last that long.
	private void passDays(int days) {
		this.clock.pass(Duration.ofDays(days));
		this.admin.operator().signIn("operator@example.com");
	}

	private void deleteAccountOfCy() {
		this.cy.signIn("cy@example.com");
		AccountScenario.deleteAccount(this.cy, Api.PASSWORD).succeeded("deleteAccount");
	}

	private int registrationsOnMarchThird() {
		return this.admin.run(USAGE.formatted("2026-03-03", "2026-03-03")).number("usage[0].registrations");
	}

}
