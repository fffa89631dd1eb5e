package com.howsmytrack.admin;

import java.time.Duration;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SummarizeUsageTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private SummarizeUsage summarize;

	@Autowired
	private Usage usage;

	@Autowired
	private UsageDays days;

	@Autowired
	private JobThrottle throttle;

	private TwoDaysOfUse use;

	@BeforeEach
	void useTheServiceOnTwoDays() {
		this.use = TwoDaysOfUse.of(this.api, this.scenario, this.database, this.clock);
	}

	@Test
	void doesNotChangeTheFigures() {
		String before = this.use.usage("2026-02-28", "2026-03-03").response().body();

		assertThat(this.summarize.run()).containsExactly(Map.entry("daysSummarized", 2L));

		assertThat(this.use.usage("2026-02-28", "2026-03-03").response().body()).isEqualTo(before);
		assertThat(this.database.count("usage_day")).isEqualTo(2);
	}

	@Test
	void providesTheFiguresOfPastDays() {
		this.summarize.run();
		this.database.update("UPDATE usage_day SET requests = 4711 WHERE day = '2026-03-02'");

		this.use.usage("2026-03-01", "2026-03-03")
			.with("usage[0].requests", 2)
			.with("usage[1].requests", 4711)
			.with("usage[2].requests", 2);
	}

	@Test
	void updatesADayForThirtyDays() {
		passDays(30);
		this.summarize.run();
		deleteAccountOfCy();

		assertThat(registrationsOnMarchThird()).as("before the next run of the job").isEqualTo(2);
		this.summarize.run();

		assertThat(registrationsOnMarchThird()).isEqualTo(1);
	}

	@Test
	void freezesADayAfterThirtyDays() {
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
	void leavesOnlyRecentDaysToBeCounted() {
		passDays(399);
		this.summarize.run();

		assertThat(Statements.of(() -> this.use.usage("2026-03-03", "2027-04-06").hasNoErrors())
			.stream()
			.filter((statement) -> statement.contains("_per_day("))).hasSize(3);
	}

	/// The session of the operator does not last that long.
	private void passDays(int days) {
		this.clock.advance(Duration.ofDays(days));
		this.use.admin().operator().signIn("operator@example.com");
	}

	private void deleteAccountOfCy() {
		this.use.cy().signIn("cy@example.com");
		this.use.deleteAccountOfCy();
	}

	private int registrationsOnMarchThird() {
		return this.use.usage("2026-03-03", "2026-03-03").number("usage[0].registrations");
	}

}
