package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.testing.Database;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@JobTest
class JobRunnerTests {

	private static final JobName TEST_JOB = JobRunnerFixture.TEST_JOB;

	private static final JobName OTHER_JOB = new JobName("other-job");

	@Autowired
	private JobRunnerFixture fixture;

	@Autowired
	private JobLocks locks;

	@Autowired
	private JobRuns runs;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Database database;

	@Test
	void recordsTheOutcomeAndTheCountsOfARun() {
		JobRun run = this.fixture.runnerOf(() -> Map.of("groupsFormed", 3L)).run(TEST_JOB).orElseThrow();

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(run.finishedAt()).isNotNull();
		assertThat(run.counts()).isEqualTo(Map.of("groupsFormed", 3L));
		assertThat(runsOfTestJob()).containsExactly(run);
	}

	@Test
	void releasesTheLockAtTheEndOfARun() {
		JobRunner runner = this.fixture.runnerOf(Map::of);

		assertThat(runner.run(TEST_JOB)).isPresent();
		assertThat(runner.run(TEST_JOB)).isPresent();
	}

	@Test
	void doesNotStartAJobWhileAnotherInstanceRunsIt() {
		JobRunner runner = this.fixture.runnerOf(Map::of);
		SimpleLock lockOfAnotherInstance = this.locks.take(TEST_JOB).orElseThrow();
		try {
			assertThat(runner.run(TEST_JOB)).isEmpty();
			assertThat(runsOfTestJob()).isEmpty();
		}
		finally {
			lockOfAnotherInstance.unlock();
		}
	}

	@Test
	void startsAJobWhileAnotherInstanceRunsAnotherJob() {
		SimpleLock lockOfAnotherInstance = this.locks.take(OTHER_JOB).orElseThrow();
		try {
			assertThat(this.fixture.runnerOf(Map::of).run(TEST_JOB)).isPresent();
		}
		finally {
			lockOfAnotherInstance.unlock();
		}
	}

	@Test
	void locksForLessThanAMinuteSoThatAKilledRunBlocksItsJobOnlyBriefly() {
		SimpleLock lock = this.locks.take(TEST_JOB).orElseThrow();
		try {
			assertThat(this.database.single(Boolean.class,
					"SELECT lock_until <= timezone('utc', now()) + interval '1 minute' FROM shedlock WHERE name = 'test-job'"))
				.isTrue();
		}
		finally {
			lock.unlock();
		}
	}

	@Test
	void marksAKilledRunAsDied() {
		this.database.update("INSERT INTO job_run (job, started_at, outcome) "
				+ "VALUES ('test-job', '2026-02-28T02:30:00Z', 'RUNNING')");

		this.fixture.runnerOf(Map::of).run(TEST_JOB);

		assertThat(runsOfTestJob()).extracting(JobRun::outcome).containsExactly(JobOutcome.SUCCEEDED, JobOutcome.DIED);
	}

	@Test
	void recordsAFailedRunAndReleasesItsLock() {
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = this.fixture.runnerOf(() -> {
			String table = (attempts.incrementAndGet() == 1) ? "no_such_table" : "account";
			return Map.of("rows", this.database.count(table));
		});

		JobRun failed = runner.run(TEST_JOB).orElseThrow();

		assertThat(failed.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(failed.counts()).isEmpty();
		assertThat(runner.run(TEST_JOB)).as("the lock is free again")
			.hasValueSatisfying((run) -> assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED));
	}

	@Test
	void repeatsAJobAfterAConflictWithAMember() {
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = this.fixture.runnerOf(() -> {
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
		JobRunner runner = this.fixture.runnerOf(() -> {
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
		JobRunner runner = this.fixture.runnerOf(() -> {
			worker.set(Thread.currentThread());
			return Map.of();
		});

		Thread.ofVirtual().start(() -> runner.run(TEST_JOB)).join();

		assertThat(worker.get().isVirtual()).isFalse();
	}

	@Test
	void rethrowsAFailureBeforeTheStart() {
		IllegalStateException failure = new IllegalStateException("the audit log cannot be written");

		assertThatThrownBy(() -> this.fixture.runnerOf(Map::of).run(TEST_JOB, (_) -> {
			throw failure;
		})).isSameAs(failure);
		assertThat(this.database.count("job_run")).isZero();
	}

	@Test
	void doesNotRepeatAJobThatFailsForAnotherReason() {
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = this.fixture.runnerOf(() -> {
			throw new IllegalStateException("attempt " + attempts.incrementAndGet());
		});

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(attempts).hasValue(1);
	}

	@Test
	void rollsBackAJobThatExceedsItsTimeAtShutdown() {
		RunningJobs withoutStopTime = this.fixture.runningJobs(Duration.ZERO);
		JobRunner runner = this.fixture.runnerOf(() -> {
			insertAccount();
			withoutStopTime.close(new ContextClosedEvent(this.context));
			return Map.of("slept", this.database.single(Long.class, "SELECT 1 FROM pg_sleep(60)"));
		}, withoutStopTime);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("account")).as("the inserts of the job").isZero();
	}

	@Test
	void startsNoJobAfterTheShutdownBegan() {
		RunningJobs closing = this.fixture.runningJobs(Duration.ofMinutes(1));
		closing.close(new ContextClosedEvent(this.context));
		AtomicInteger attempts = new AtomicInteger();
		JobRunner runner = this.fixture.runnerOf(() -> Map.of("attempts", (long) attempts.incrementAndGet()), closing);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(attempts).hasValue(0);
	}

	@Test
	void continuesWhenAnotherApplicationContextIsClosed() {
		RunningJobs withoutStopTime = this.fixture.runningJobs(Duration.ZERO);
		withoutStopTime.close(new ContextClosedEvent(new GenericApplicationContext()));
		JobRunner runner = this.fixture.runnerOf(Map::of, withoutStopTime);

		assertThat(runner.run(TEST_JOB).orElseThrow().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
	}

	private List<JobRun> runsOfTestJob() {
		return this.runs.find(List.of(TEST_JOB), null, PageRange.newest(5)).rows();
	}

	private void insertAccount() {
		this.database
			.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a@b.example', '', now())");
	}

}
