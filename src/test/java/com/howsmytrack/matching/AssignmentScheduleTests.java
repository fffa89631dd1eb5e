package com.howsmytrack.matching;

import java.time.Duration;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// A server that runs the schedule of the jobs, with another time for the assignment run. The clock shows noon.
@WholeApplication
@TestPropertySource(
		properties = { "howsmytrack.jobs.scheduled=true", "howsmytrack.jobs.schedule.assign-groups=0 15 18 * * *" })
class AssignmentScheduleTests {

	@Autowired
	private Api api;

	@Autowired
	private AdjustableClock clock;

	@Test
	void aVisitorGetsTheTimeOfTheNextRun() {
		assertThat(nextRun()).isEqualTo("2026-03-01T18:15:00.000Z");

		this.clock.advance(Duration.ofHours(7));

		assertThat(nextRun()).isEqualTo("2026-03-02T18:15:00.000Z");
	}

	private Object nextRun() {
		return this.api.visitor().run("{ nextAssignmentRun }").hasNoErrors().<Object>at("nextAssignmentRun");
	}

}
