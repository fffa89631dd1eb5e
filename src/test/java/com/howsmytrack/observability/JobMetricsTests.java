package com.howsmytrack.observability;

import java.time.Instant;
import java.util.List;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.jobs.JobRuns;
import com.howsmytrack.jobs.JobSchedule;
import com.howsmytrack.jobs.Jobs;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class JobMetricsTests {

	@Autowired
	private JobRunner runner;

	@Autowired
	private Jobs jobs;

	@Autowired
	private JobRuns runs;

	@Autowired
	private JobSchedule schedule;

	@Autowired
	private Database database;

	/// The metrics of an instance that starts now.
	private SimpleMeterRegistry metrics() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new JobMetrics(this.jobs, this.runs, this.schedule).bindTo(registry);
		return registry;
	}

	private double of(JobName job, String name, String... tags) {
		return metrics().get("howsmytrack.job." + name).tag("command", job.value()).tags(tags).gauge().value();
	}

	@Test
	void showAJobThatNeverSucceeded() {
		assertThat(of(new JobName("assign-groups"), "last.success")).isZero();
		assertThat(of(new JobName("assign-groups"), "due")).isZero();
		assertThat(of(new JobName("assign-groups"), "last.duration")).isNaN();
		assertThat(of(new JobName("assign-groups"), "failing")).isZero();
	}

	@Test
	void showTheLastSuccessAlsoAfterAFailure() {
		this.database.update("""
				INSERT INTO job_run (job, started_at, finished_at, outcome, counts) VALUES
				('assign-groups', '2026-02-27T02:30:00Z', '2026-02-27T02:30:03Z', 'SUCCEEDED', '{"groupsFormed": 1}'),
				('assign-groups', '2026-02-28T02:30:00Z', '2026-02-28T02:30:01.5Z', 'SUCCEEDED', '{"groupsFormed": 7}'),
				('assign-groups', '2026-03-01T02:30:00Z', '2026-03-01T02:30:09Z', 'FAILED', '{}'),
				('assign-groups', '2026-03-01T03:30:00Z', NULL, 'RUNNING', '{}')""");

		assertThat(of(new JobName("assign-groups"), "last.success")).isEqualTo(1_772_245_801);
		assertThat(of(new JobName("assign-groups"), "last.duration")).isEqualTo(1.5);
		assertThat(of(new JobName("assign-groups"), "last.done", "what", "groupsFormed")).isEqualTo(7);
		assertThat(of(new JobName("assign-groups"), "failing")).isOne();
		assertThat(of(new JobName("calculate-user-ratings"), "last.success")).isZero();
	}

	@Test
	void showRunsOfEveryInstance() {
		this.runner.run(new JobName("assign-groups"));

		assertThat(of(new JobName("assign-groups"), "last.success")).isEqualTo(AdjustableClock.NOON.getEpochSecond());
		assertThat(of(new JobName("assign-groups"), "last.done", "what", "requestsLeftPending")).isZero();
	}

	@Test
	void showTheNextTimeOfEachScheduleAfterTheLastSuccess() {
		List.of("assign-groups", "release-feedback").forEach((job) -> this.runner.run(new JobName(job)));

		assertThat(of(new JobName("assign-groups"), "due"))
			.isEqualTo(Instant.parse("2026-03-02T02:30:00Z").getEpochSecond());
		assertThat(of(new JobName("release-feedback"), "due"))
			.isEqualTo(Instant.parse("2026-03-01T12:00:30Z").getEpochSecond());
	}

	@Test
	void areReadByOneStatementAndCached() {
		assertThat(Statements.of(() -> {
			SimpleMeterRegistry registry = metrics();
			for (Meter meter : registry.getMeters()) {
				((Gauge) meter).value();
			}
			return registry;
		})).hasSize(1);
	}

	@Test
	void areNotANumberIfTheRunsCannotBeRead() {
		SimpleMeterRegistry registry;
		this.database.update("ALTER TABLE job_run RENAME TO job_run_hidden");
		try {
			registry = metrics();
		}
		finally {
			this.database.update("ALTER TABLE job_run_hidden RENAME TO job_run");
		}

		assertThat(Statements
			.of(() -> registry.get("howsmytrack.job.last.success").gauges().stream().map(Gauge::value).toList()))
			.as("statements right after a failed read")
			.isEmpty();
		assertThat(registry.get("howsmytrack.job.last.success").gauges()).extracting(Gauge::value)
			.containsOnly(Double.NaN);
	}

}
