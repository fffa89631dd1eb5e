package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/// Runners of one job named `test-job`.
@TestComponent
class JobRunnerFixture {

	static final JobName TEST_JOB = new JobName("test-job");

	private final JobLocks locks;

	private final JobRuns runs;

	private final RunningJobs running;

	private final JobTransactions transactions;

	private final ApplicationContext context;

	JobRunnerFixture(JobLocks locks, JobRuns runs, RunningJobs running, JobTransactions transactions,
			ApplicationContext context) {
		this.locks = locks;
		this.runs = runs;
		this.running = running;
		this.transactions = transactions;
		this.context = context;
	}

	JobRunner runnerOf(Supplier<Map<String, Long>> work) {
		return runnerOf(work, this.running);
	}

	JobRunner runnerOf(Supplier<Map<String, Long>> work, RunningJobs running) {
		return runnerOf(new TransactionalTestJob(work), running);
	}

	JobRunner runnerOf(ExternalCallsJob work) {
		return runnerOf(work, this.running);
	}

	JobRunner runnerOf(ExternalCallsJob work, RunningJobs running) {
		return runnerOf((ScheduledJob) new ExternalCallsTestJob(work), running);
	}

	private JobRunner runnerOf(ScheduledJob job, RunningJobs running) {
		return new JobRunner(new Jobs(List.of(job)), this.locks, this.runs, running, this.transactions);
	}

	/// @param stopAfter the time that a job has after the shutdown has begun
	RunningJobs runningJobs(Duration stopAfter) {
		return new RunningJobs(this.context, new JobSettings(false, Map.of(), Duration.ofSeconds(30), stopAfter, 0));
	}

	@JobDefinition(name = "test-job", cron = "0 0 4 * * *")
	private record TransactionalTestJob(Supplier<Map<String, Long>> work) implements TransactionalJob {

		@Override
		public Map<String, Long> run() {
			return this.work.get();
		}

	}

	@JobDefinition(name = "test-job", cron = "0 0 4 * * *")
	private record ExternalCallsTestJob(ExternalCallsJob work) implements ExternalCallsJob {

		@Override
		public void run(JobProgress progress) throws InterruptedException {
			this.work.run(progress);
		}

	}

}
