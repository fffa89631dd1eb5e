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
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WholeApplication
class JobRunnerTests {

	@Autowired
	private JobRunner runner;

	@Autowired
	private JobLocks locks;

	@Autowired
	private JobRuns runs;

	@Autowired
	private RunningJobs running;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Database database;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void leavesARowThatSaysWhatARunDid() {
		JobRun run = this.runner.run(Job.ASSIGN_GROUPS).orElseThrow();

		assertThat(run.outcome()).isEqualTo(JobRun.Outcome.SUCCEEDED);
		assertThat(run.finishedAt()).isNotNull();
		assertThat(run.counts()).containsExactly(Map.entry("requestsGrouped", 0L), Map.entry("groupsFormed", 0L),
				Map.entry("formsMade", 0L), Map.entry("requestsLeftPending", 0L), Map.entry("requestsSetAside", 0L));
		assertThat(this.runs.find(Job.ASSIGN_GROUPS, null, PageRange.newest(5)).rows()).containsExactly(run);
	}

	@Test
	void letsTwoRunsFollowEachOtherAtOnce() {
		assertThat(this.runner.run(Job.CALCULATE_USER_RATINGS)).isPresent();
		assertThat(this.runner.run(Job.CALCULATE_USER_RATINGS)).isPresent();
	}

	@Test
	void doesNotRunAJobThatRunsElsewhere() {
		SimpleLock elsewhere = this.locks.take(Job.ASSIGN_GROUPS).orElseThrow();
		try {
			assertThat(this.runner.run(Job.ASSIGN_GROUPS)).isEmpty();
			assertThat(this.runner.run(Job.CALCULATE_USER_RATINGS)).as("another job").isPresent();
			assertThat(this.runs.find(Job.ASSIGN_GROUPS, null, PageRange.newest(5)).rows()).isEmpty();
		}
		finally {
			elsewhere.unlock();
		}
	}

	@Test
	void locksForLessThanAMinuteSoThatAKilledRunDoesNotLockForLong() {
		SimpleLock lock = this.locks.take(Job.ASSIGN_GROUPS).orElseThrow();
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
	void noticesARunThatDied() {
		this.database.update("INSERT INTO job_run (job, started_at, outcome) "
				+ "VALUES ('assign-groups', '2026-02-28T02:30:00Z', 'RUNNING')");

		this.runner.run(Job.ASSIGN_GROUPS);

		assertThat(this.runs.find(Job.ASSIGN_GROUPS, null, PageRange.newest(5)).rows()).extracting(JobRun::outcome)
			.containsExactly(JobRun.Outcome.SUCCEEDED, JobRun.Outcome.DIED);
	}

	@Test
	void keepsTheRecordOfARunThatFailed() {
		this.database.update("ALTER TABLE member_rating RENAME TO member_rating_hidden");
		try {
			Optional<JobRun> run = this.runner.run(Job.CALCULATE_USER_RATINGS);

			assertThat(run.orElseThrow().outcome()).isEqualTo(JobRun.Outcome.FAILED);
			assertThat(run.orElseThrow().counts()).isEmpty();
		}
		finally {
			this.database.update("ALTER TABLE member_rating_hidden RENAME TO member_rating");
		}

		assertThat(this.runner.run(Job.CALCULATE_USER_RATINGS)).as("the lock is free again").isPresent();
	}

	@Test
	void doesAJobAgainThatLostAgainstAMember() {
		AtomicInteger times = new AtomicInteger();
		JobRunner runner = new JobRunner(List.of(job(() -> {
			if (times.incrementAndGet() < 3) {
				throw new DataIntegrityViolationException("somebody left");
			}
			return Map.of("times", (long) times.get());
		})), this.locks, this.runs, this.running, this.transactions);

		JobRun run = runner.run(Job.ASSIGN_GROUPS).orElseThrow();

		assertThat(run.outcome()).isEqualTo(JobRun.Outcome.SUCCEEDED);
		assertThat(run.counts()).isEqualTo(Map.of("times", 3L));
	}

	/// What happened is what is recorded: not "failed" over something that was done.
	@Test
	void undoesTheWorkWhoseSuccessCannotBeRecorded() {
		this.database.update("ALTER TABLE job_run ADD CONSTRAINT nothing_succeeds CHECK (outcome <> 'SUCCEEDED')");
		JobRunner runner = new JobRunner(List.of(job(() -> {
			this.database
				.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a@b.example', '', now())");
			return Map.of();
		})), this.locks, this.runs, this.running, this.transactions);
		try {
			assertThat(runner.run(Job.ASSIGN_GROUPS).orElseThrow().outcome()).isEqualTo(JobRun.Outcome.FAILED);
		}
		finally {
			this.database.update("ALTER TABLE job_run DROP CONSTRAINT nothing_succeeds");
		}

		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void keepsTheSuccessOfARunThatOnlySeemedToFail() {
		JobRun run = this.runs.start(Job.ASSIGN_GROUPS);
		JobRun succeeded = this.runs.succeed(run, Map.of("groupsFormed", 1L));

		assertThat(this.runs.fail(run)).isEqualTo(succeeded);
	}

	@Test
	void leavesTheThreadsOfRequestsToRequestsWhenAnOperatorRunsAJob() throws Exception {
		AtomicReference<Thread> worker = new AtomicReference<>();
		JobRunner runner = new JobRunner(List.of(job(() -> {
			worker.set(Thread.currentThread());
			return Map.of();
		})), this.locks, this.runs, this.running, this.transactions);

		Thread.ofVirtual().start(() -> runner.run(Job.ASSIGN_GROUPS)).join();

		assertThat(worker.get().isVirtual()).isFalse();
	}

	@Test
	void tellsWhoeverAskedWhatWentWrongBeforeItBegan() {
		IllegalStateException refused = new IllegalStateException("the note could not be taken");

		assertThatThrownBy(() -> this.runner.run(Job.ASSIGN_GROUPS, (_) -> {
			throw refused;
		})).isSameAs(refused);
		assertThat(this.database.count("job_run")).isZero();
	}

	@Test
	void doesAJobOnceThatFailsForAnotherReason() {
		AtomicInteger times = new AtomicInteger();
		JobRunner runner = new JobRunner(List.of(job(() -> {
			throw new IllegalStateException("time " + times.incrementAndGet());
		})), this.locks, this.runs, this.running, this.transactions);

		assertThat(runner.run(Job.ASSIGN_GROUPS).orElseThrow().outcome()).isEqualTo(JobRun.Outcome.FAILED);
		assertThat(times).hasValue(1);
	}

	@Test
	void isStoppedWhenTheProcessIsToldToEnd() {
		RunningJobs impatient = new RunningJobs(this.context,
				new JobSettings(false, Map.of(), Duration.ofSeconds(30), Duration.ZERO, 0));
		JobRunner runner = new JobRunner(List.of(job(() -> {
			this.database
				.update("INSERT INTO account (email, password_hash, created_at) VALUES ('a@b.example', '', now())");
			impatient.close(new ContextClosedEvent(this.context));
			return Map.of("slept", this.database.single(Long.class, "SELECT 1 FROM pg_sleep(60)"));
		})), this.locks, this.runs, impatient, this.transactions);

		assertThat(runner.run(Job.ASSIGN_GROUPS).orElseThrow().outcome()).isEqualTo(JobRun.Outcome.FAILED);
		assertThat(this.database.count("account")).as("what it had done").isZero();
	}

	@Test
	void doesNotBeginWhenTheProcessIsToldToEnd() {
		RunningJobs closing = new RunningJobs(this.context,
				new JobSettings(false, Map.of(), Duration.ofSeconds(30), Duration.ofMinutes(1), 0));
		closing.close(new ContextClosedEvent(this.context));
		AtomicInteger times = new AtomicInteger();
		JobRunner runner = new JobRunner(List.of(job(() -> Map.of("times", (long) times.incrementAndGet()))),
				this.locks, this.runs, closing, this.transactions);

		assertThat(runner.run(Job.ASSIGN_GROUPS).orElseThrow().outcome()).isEqualTo(JobRun.Outcome.FAILED);
		assertThat(times).hasValue(0);
	}

	@Test
	void goesOnWhenOnlyAPartOfTheProcessIsClosed() {
		RunningJobs impatient = new RunningJobs(this.context,
				new JobSettings(false, Map.of(), Duration.ofSeconds(30), Duration.ZERO, 0));
		impatient.close(new ContextClosedEvent(new GenericApplicationContext()));
		JobRunner runner = new JobRunner(List.of(job(Map::of)), this.locks, this.runs, impatient, this.transactions);

		assertThat(runner.run(Job.ASSIGN_GROUPS).orElseThrow().outcome()).isEqualTo(JobRun.Outcome.SUCCEEDED);
	}

	private static ScheduledJob job(Supplier<Map<String, Long>> work) {
		return new ScheduledJob() {
			@Override
			public Job job() {
				return Job.ASSIGN_GROUPS;
			}

			@Override
			public Map<String, Long> run() {
				return work.get();
			}
		};
	}

}
