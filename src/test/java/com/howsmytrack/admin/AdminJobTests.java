package com.howsmytrack.admin;

import java.util.List;
import java.util.Map;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class AdminJobTests {

	private static final String RUN = """
			mutation { runJob(job: ASSIGN_GROUPS, reason: "A group is missing.") {
				success error userErrors { code message argument }
				run { job outcome startedAt finishedAt counts { name value } }
			} }""";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private Browser operator;

	@BeforeEach
	void anOperatorSignsIn() {
		this.operator = this.api.member("operator");
		this.database.update("UPDATE account SET operator = true");
	}

	@Test
	void runsAJobAndReturnsItsCounts() {
		this.operator.run(RUN)
			.succeeded("runJob")
			.with("runJob.run.job", "ASSIGN_GROUPS")
			.with("runJob.run.outcome", "SUCCEEDED")
			.with("runJob.run.startedAt", "2026-03-01T12:00:00.000Z")
			.with("runJob.run.finishedAt", "2026-03-01T12:00:00.000Z")
			.with("runJob.run.counts[1].name", "groupsFormed")
			.with("runJob.run.counts[1].value", 0);
	}

	@Test
	void reportsAJobThatIsRunning() {
		this.database.lock("assign-groups");

		this.operator.run(RUN)
			.hasUserError("runJob", "JOB_ALREADY_RUNNING",
					"This job is running already. Its result will be among its runs.", "job")
			.with("runJob.run", null);
	}

	@Test
	void reportsAFailedJobWithoutItsCause() {
		this.database.update("ALTER TABLE feedback_group RENAME TO feedback_group_hidden");
		this.database.update("ALTER TABLE member_rating RENAME TO member_rating_hidden");
		try {
			this.operator.run(RUN)
				.hasUserError("runJob", "JOB_FAILED",
						"The job failed and changed nothing. The log of the server says why.", "job")
				.with("runJob.run.outcome", "FAILED");
		}
		finally {
			this.database.update("ALTER TABLE feedback_group_hidden RENAME TO feedback_group");
			this.database.update("ALTER TABLE member_rating_hidden RENAME TO member_rating");
		}
	}

	@Test
	void pointsToTheCountsOfAJobThatFailedAfterChanges() {
		JobRun run = new JobRun(1, new JobName("assign-groups"), AdjustableClock.NOON, AdjustableClock.NOON,
				JobOutcome.FAILED, Map.of("fetched", 2L));

		assertThat(AdminJobController.RunJobPayload.of(run).error())
			.isEqualTo("The job failed. Its counts tell what it changed before. The log of the server says why.");
	}

	@Test
	void listsTheLatestRuns() {
		this.operator.run(RUN);
		this.operator.run(RUN);

		this.operator
			.run("{ jobRuns(job: ASSIGN_GROUPS, first: 1) { edges { node { id outcome } } pageInfo { hasNextPage } } }")
			.hasNoErrors()
			.with("jobRuns.edges.length()", 1)
			.with("jobRuns.edges[0].node.id", "2")
			.with("jobRuns.edges[0].node.outcome", "SUCCEEDED")
			.with("jobRuns.pageInfo.hasNextPage", true);
		this.operator.run("{ jobRuns(outcome: FAILED) { edges { node { id } } } }").with("jobRuns.edges.length()", 0);
		this.operator.run("{ jobRuns(job: CALCULATE_USER_RATINGS) { edges { node { id } } } }")
			.with("jobRuns.edges.length()", 0);
	}

	@Test
	void leavesOutTheRunsOfRemovedJobs() {
		this.operator.run(RUN);
		this.database.update(
				"INSERT INTO job_run (job, started_at, finished_at, outcome) VALUES ('removed-job', now(), now(), 'SUCCEEDED')");

		this.operator.run("{ jobRuns { edges { node { job } } } }")
			.hasNoErrors()
			.with("jobRuns.edges[*].node.job", List.of("ASSIGN_GROUPS"));
	}

	@Test
	void rejectsAFormerOperatorAtOnce() {
		this.database.update("UPDATE account SET operator = false");

		this.operator.run(RUN).hasUserError("runJob", "NOT_PERMITTED", "You are not permitted to do that.", null);
	}

}
