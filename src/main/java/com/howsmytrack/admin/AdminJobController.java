package com.howsmytrack.admin;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditLog;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditReason;
import com.howsmytrack.audit.AuditSubject;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.jobs.JobRuns;
import com.howsmytrack.jobs.Jobs;
import com.howsmytrack.persistence.Timestamps;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Operators see the runs of jobs and start jobs.
@Controller
class AdminJobController {

	private static final AuditAction RUN_JOB = new AuditAction("RUN_JOB");

	private static final AuditSubject JOB_RUN = new AuditSubject("JOB_RUN");

	private static final UserError ALREADY_RUNNING = new UserError(new ErrorCode("JOB_ALREADY_RUNNING"),
			"This job is running already. Its result will be among its runs.", "job");

	private static final UserError FAILED = new UserError(new ErrorCode("JOB_FAILED"),
			"The job failed and changed nothing. The log of the server says why.", "job");

	private static final UserError FAILED_AFTER_CHANGES = new UserError(FAILED.code(),
			"The job failed. Its counts tell what it changed before. The log of the server says why.", "job");

	private final Jobs jobs;

	private final JobRunner runner;

	private final JobRuns runs;

	private final AuditLog log;

	AdminJobController(Jobs jobs, JobRunner runner, JobRuns runs, AuditLog log) {
		this.jobs = jobs;
		this.runner = runner;
		this.runs = runs;
		this.log = log;
	}

	/// The audit log gets its row when the run starts, also if the run fails later.
	@MutationMapping
	RunJobPayload runJob(@CurrentMember AccountId me, @Argument String job, @Argument String reason) {
		AuditReason given = new AuditReason(reason);
		return given.check()
			.map(RunJobPayload::failed)
			.orElseGet(() -> this.runner
				.run(JobName.ofEnumValue(job), (run) -> this.log.write(me.value(), note(run), given.text()))
				.map(RunJobPayload::of)
				.orElseGet(() -> RunJobPayload.failed(ALREADY_RUNNING)));
	}

	private static AuditNote note(JobRun run) {
		return new AuditNote(RUN_JOB, JOB_RUN, run.id(), null, Map.of("job", run.job().value()));
	}

	/// Runs of removed jobs are left out, because the enum `Job` of the schema no longer
	/// has their names.
	@QueryMapping
	Connection<JobRunView> jobRuns(@Argument @Nullable String job, @Argument @Nullable JobOutcome outcome,
			@Arguments PageArguments page) {
		Collection<JobName> jobs = (job != null) ? List.of(JobName.ofEnumValue(job)) : this.jobs.names();
		return PageConnections.of(this.runs.find(jobs, outcome, page.range()).map(JobRunView::of), JobRunView::id);
	}

	record RunJobPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable JobRunView run) implements Payload {

		static RunJobPayload of(JobRun run) {
			return of(error(run), JobRunView.of(run));
		}

		private static Optional<UserError> error(JobRun run) {
			if (run.hasSucceeded()) {
				return Optional.empty();
			}
			return Optional.of(run.counts().isEmpty() ? FAILED : FAILED_AFTER_CHANGES);
		}

		static RunJobPayload failed(UserError error) {
			return of(Optional.of(error), null);
		}

		private static RunJobPayload of(Optional<UserError> error, @Nullable JobRunView run) {
			MutationResult result = MutationResult.of(error);
			return new RunJobPayload(result.success(), result.error(), result.userErrors(), run);
		}

	}

	record JobRunView(long id, String job, OffsetDateTime startedAt, @Nullable OffsetDateTime finishedAt,
			JobOutcome outcome, List<Count> counts) {

		static JobRunView of(JobRun run) {
			return new JobRunView(run.id(), run.job().enumValue(), Timestamps.utc(run.startedAt()),
					Timestamps.utcOrNull(run.finishedAt()), run.outcome(),
					run.counts()
						.entrySet()
						.stream()
						.map((count) -> new Count(count.getKey(), count.getValue()))
						.toList());
		}

	}

	record Count(String name, long value) {
	}

}
