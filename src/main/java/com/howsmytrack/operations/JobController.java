package com.howsmytrack.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.jobs.JobRuns;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class JobController {

	private static final int MOST_RUNS = 100;

	private static final Refusal ALREADY_RUNNING = new Refusal("JOB_ALREADY_RUNNING",
			"This job is running already. Its result will be among its runs.", "job");

	private static final Refusal FAILED = new Refusal("JOB_FAILED",
			"The job failed and changed nothing. The log of the server says why.", "job");

	private final JobRunner runner;

	private final JobRuns runs;

	JobController(JobRunner runner, JobRuns runs) {
		this.runner = runner;
		this.runs = runs;
	}

	@MutationMapping
	RunJobPayload runJob(@Argument Job job) {
		return this.runner.run(job).map(RunJobPayload::of).orElseGet(RunJobPayload::alreadyRunning);
	}

	@QueryMapping
	List<JobRunView> jobRuns(@Argument Job job, @Argument int first) {
		return this.runs.latest(job, Math.clamp(first, 0, MOST_RUNS)).stream().map(JobRunView::of).toList();
	}

	record RunJobPayload(boolean success, @Nullable String error, List<Refusal> userErrors,
			@Nullable JobRunView run) implements Payload {

		static RunJobPayload of(JobRun run) {
			Optional<Refusal> refusal = (run.outcome() == JobRun.Outcome.SUCCEEDED) ? Optional.empty()
					: Optional.of(FAILED);
			return of(refusal, JobRunView.of(run));
		}

		static RunJobPayload alreadyRunning() {
			return of(Optional.of(ALREADY_RUNNING), null);
		}

		private static RunJobPayload of(Optional<Refusal> refusal, @Nullable JobRunView run) {
			MutationResult result = MutationResult.of(refusal);
			return new RunJobPayload(result.success(), result.error(), result.userErrors(), run);
		}

	}

	record JobRunView(Job job, OffsetDateTime startedAt, @Nullable OffsetDateTime finishedAt, JobRun.Outcome outcome,
			List<Count> counts) {

		static JobRunView of(JobRun run) {
			return new JobRunView(run.job(), utc(run.startedAt()),
					(run.finishedAt() != null) ? utc(run.finishedAt()) : null, run.outcome(),
					run.counts()
						.entrySet()
						.stream()
						.map((count) -> new Count(count.getKey(), count.getValue()))
						.toList());
		}

		private static OffsetDateTime utc(Instant time) {
			return time.atOffset(ZoneOffset.UTC);
		}

	}

	record Count(String name, long value) {
	}

}
