package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WholeApplication
class JobRunnerTests {

	private static final JobName ASSIGN_GROUPS = new JobName("assign-groups");

	private static final JobName CALCULATE_USER_RATINGS = new JobName("calculate-user-ratings");

	private static final JobName TEST_JOB = new JobName("test-job");

	@Autowired
	private JobRunner runner;

	@Autowired
	private JobLocks locks;

	@Autowired
	private JobRuns runs;

	@Autowired
	private RunningJobs running;

	@Autowired
	private JobTransactions transactions;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Database database;

	@Test
	void recordsTheOutcomeAndTheCountsOfARun() {
		JobRun run = this.runner.run(ASSIGN_GROUPS).orElseThrow();

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(run.finishedAt()).isNotNull();
		assertThat(run.counts()).containsExactly(Map.entry("requestsGrouped", 0L), Map.entry("groupsFormed", 0L),
				Map.entry("formsMade", 0L), Map.entry("requestsLeftPending", 0L), Map.entry("requestsSetAside", 0L));
		assertThat(runsOf(ASSIGN_GROUPS)).containsExactly(run);
	}

	@Test
	void releasesTheLockAtTheEndOfARun() {
		assertThat(this.runner.run(CALCULATE_USER_RATINGS)).isPresent();
		assertThat(this.runner.run(CALCULATE_USER_RATINGS)).isPresent();
	}

	@Test
	void doesNotStartAJobWhileAnotherInstanceRunsIt() {
		SimpleLock lockOfAnotherInstance = this.locks.take(ASSIGN_GROUPS).orElseThrow();
		try {
			assertThat(this.runner.run(ASSIGN_GROUPS)).isEmpty();
			assertThat(this.runner.run(CALCULATE_USER_RATINGS)).as("another job").isPresent();
			assertThat(runsOf(ASSIGN_GROUPS)).isEmpty();
		}
		finally {
			lockOfAnotherInstance.unlock();
		}
	}

	@Test
	void locksForLessThanAMinuteSoThatAKilledRunBlocksItsJobOnlyBriefly() {
		SimpleLock lock = this.locks.take(ASSIGN_GROUPS).orElseThrow();
		try {
			assertThat(this.database.single(Boolean.class,
					"SELECT lock_until <= timezone('utc', now()) + interval '1 minute' FROM shedlock WHERE name = 'assign-groups'"))
				.isTrue();
		}
		finally {
			lock.unlock();
		}
	}

	@Test
	void marksAKilledRunAsDied() {
		this.database.update("INSERT INTO job_run (job, started_at, outcome) "
				+ "VALUES ('assign-groups', '2026-02-28T02:30:00Z', 'RUNNING')");

		this.runner.run(ASSIGN_GROUPS);

		assertThat(runsOf(ASSIGN_GROUPS)).extracting(JobRun::outcome)
			.containsExactly(JobOutcome.SUCCEEDED, JobOutcome.DIED);
	}

	@Test
	void recordsAFailedRunAndReleasesItsLock() {
		this.database.update("ALTER TABLE member_rating RENAME TO member_rating_hidden");
		try {
			Optional<JobRun> run = this.runner.run(CALCULATE_USER_RATINGS);

			assertThat(run.orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
			assertThat(run.orElseThrow().counts()).isEmpty();
		}
		finally {
			this.database.update("ALTER TABLE member_rating_hidden RENAME TO member_rating");
		}

		assertThat(this.runner.run(CALCULATE_USER_RATINGS)).as("the lock is free again").isPresent();
	}

	@Test
	void repeatsAJobAfterAConflictWithAMember() {
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = runnerOf(() -> {
			if (attempts.incrementAndGet() < 3) {
				throw new DataIntegrityViolationException("an account was deleted");
			}
			return Map.of("attempts", (long) attempts.get());
		});

		JobRun run = runner.run(TEST_JOB).orElseThrow();

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(run.counts()).isEqualTo(Map.of("attempts", 3L));
	}

	@Test
	void rollsBackTheWorkWhoseSuccessCannotBeRecorded() {
		this.database.update("ALTER TABLE job_run ADD CONSTRAINT nothing_succeeds CHECK (outcome <> 'SUCCEEDED')");
		JobRunner runner = runnerOf(() -> {
			insertAccount();
			return Map.of();
		});
		try {
			assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		}
		finally {
			this.database.update("ALTER TABLE job_run DROP CONSTRAINT nothing_succeeds");
		}

		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void keepsACommittedSuccessWhoseConfirmationWasLost() {
		JobRun run = this.runs.start(TEST_JOB, (_) -> {
		});
		JobRun succeeded = this.runs.succeed(run, Map.of("groupsFormed", 1L));

		assertThat(this.runs.fail(run)).isEqualTo(succeeded);
	}

	@Test
	void runsAJobOfAnOperatorOnAPlatformThread() throws Exception {
		AtomicReference<Thread> worker = new AtomicReference<>();
		JobRunner runner = runnerOf(() -> {
			worker.set(Thread.currentThread());
			return Map.of();
		});

		Thread.ofVirtual().start(() -> runner.run(TEST_JOB)).join();

		assertThat(worker.get().isVirtual()).isFalse();
	}

	@Test
	void rethrowsAFailureBeforeTheStart() {
		IllegalStateException failure = new IllegalStateException("the audit log cannot be written");

		assertThatThrownBy(() -> this.runner.run(ASSIGN_GROUPS, (_) -> {
			throw failure;
		})).isSameAs(failure);
		assertThat(this.database.count("job_run")).isZero();
	}

	@Test
	void doesNotRepeatAJobThatFailsForAnotherReason() {
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = runnerOf(() -> {
			throw new IllegalStateException("attempt " + attempts.incrementAndGet());
		});

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(attempts).hasValue(1);
	}

	@Test
	void rollsBackAJobThatExceedsItsTimeAtShutdown() {
		RunningJobs withoutStopTime = runningJobs(Duration.ZERO);
		JobRunner runner = runnerOf(() -> {
			insertAccount();
			withoutStopTime.close(new ContextClosedEvent(this.context));
			return Map.of("slept", this.database.single(Long.class, "SELECT 1 FROM pg_sleep(60)"));
		}, withoutStopTime);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("account")).as("the inserts of the job").isZero();
	}

	@Test
	void startsNoJobAfterTheShutdownBegan() {
		RunningJobs closing = runningJobs(Duration.ofMinutes(1));
		closing.close(new ContextClosedEvent(this.context));
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = runnerOf(() -> Map.of("attempts", (long) attempts.incrementAndGet()), closing);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(attempts).hasValue(0);
	}

	@Test
	void continuesWhenAnotherApplicationContextIsClosed() {
		RunningJobs withoutStopTime = runningJobs(Duration.ZERO);
		withoutStopTime.close(new ContextClosedEvent(new GenericApplicationContext()));
		JobRunner runner = runnerOf(Map::of, withoutStopTime);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
	}

	private List<JobRun> runsOf(JobName job) {
		return this.runs.find(List.of(job), null, PageRange.newest(5)).rows();
	}

	private void insertAccount() {
		this.database
			.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a@b.example', '', now())");
	}

	private RunningJobs runningJobs(Duration stopAfter) {
		return new RunningJobs(this.context, new JobSettings(false, Map.of(), Duration.ofSeconds(30), stopAfter, 0));
	}

	private JobRunner runnerOf(Supplier<Map<String, Long>> work) {
		return runnerOf(work, this.running);
	}

	private JobRunner runnerOf(Supplier<Map<String, Long>> work, RunningJobs running) {
		return new JobRunner(new Jobs(List.of(new TestJob(work))), this.locks, this.runs, running, this.transactions);
	}

	@JobDefinition(name = "test-job", cron = "0 0 4 * * *")
	private record TestJob(Supplier<Map<String, Long>> work) implements TransactionalJob {

		@Override
		public Map<String, Long> run() {
			return this.work.get();
		}

	}

}
