package com.howsmytrack.admin;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class UsageTests {

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

	private TwoDaysOfUse use;

	@BeforeEach
	void useTheServiceOnTwoDays() {
		this.use = TwoDaysOfUse.of(this.api, this.scenario, this.database, this.clock);
	}

	@Test
	void isCountedDayByDayWithoutGaps() {
		this.use.usage("2026-02-28", "2026-03-03")
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

		this.use.usage("2026-03-01", "2026-03-02").with("usage[0].registrations", 3).with("usage[1].registrations", 0);
	}

	@Test
	void doesNotCountADeletedAccount() {
		this.use.deleteAccountOfCy();

		this.use.usage("2026-03-03", "2026-03-03").with("usage[0].registrations", 1);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02, 2026-03-01", "2025-01-01, 2026-03-01", "0001-01-01, 9999-12-31" })
	void rejectsAnInvalidPeriod(String from, String to) {
		assertThat(this.use.usage(from, to).errorMessages())
			.containsExactly("Ask for 1 to 400 days, the first before the last.");
	}

	@Test
	void isCountedForFourHundredDays() {
		this.use.usage("2025-01-26", "2026-03-01").hasNoErrors().with("usage.length()", 400);
	}

	@Test
	void readsNoWholeTable() {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'earlier' || hour || '@example.com', '', timestamptz '2025-01-01Z' + hour * interval '1 hour'
				FROM generate_series(1, 5000) AS hour""");
		this.database.update("""
				INSERT INTO feedback_group (name, created_at)
				SELECT 'Earlier', timestamptz '2025-01-01Z' + hour * interval '1 hour'
				FROM generate_series(1, 5000) AS hour""");
		this.database.update("ANALYZE account, feedback_group, feedback_request, feedback_response");

		assertThat(this.plans.fullScans(() -> this.use.usage("2026-03-01", "2026-03-03"))).isEmpty();
		assertThat(this.plans.indexes(() -> this.use.usage("2026-03-01", "2026-03-03")))
			.as("the functions that count are part of the plan")
			.contains("account_created_at", "feedback_group_created_at")
			.anyMatch((index) -> index.startsWith("feedback_request_") && index.endsWith("created_at"));
	}

}
