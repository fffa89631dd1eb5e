package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.testing.Database;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The pieces of these jobs insert accounts, so that a test can count what was committed.
@JobTest
class ExternalCallsJobTests {

	private static final JobName TEST_JOB = JobRunnerFixture.TEST_JOB;

	@Autowired
	private JobRunnerFixture fixture;

	@Autowired
	private JobRuns runs;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Database database;

	@Test
	void recordsTheSumsOfAllPieces() {
		JobRun run = run((progress) -> {
			progress.write(() -> Map.of("fetched", insertAccounts("a", "b")));
			progress.write(() -> Map.of("fetched", insertAccounts("c")));
		});

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(run.counts()).isEqualTo(Map.of("fetched", 3L));
		assertThat(this.database.count("account")).isEqualTo(3);
	}

	@Test
	void runsOutsideATransactionAndWritesInOne() {
		List<Boolean> inTransaction = new ArrayList<>();

		run((progress) -> {
			inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
			progress.write(() -> {
				inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
				return Map.of();
			});
			inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
		});

		assertThat(inTransaction).containsExactly(false, true, false);
	}

	@Test
	void failsWhenTheJobOpensATransactionAroundAPiece() {
		JobRun run = run((progress) -> this.transactions
			.executeWithoutResult((_) -> progress.write(() -> Map.of("fetched", insertAccounts("a")))));

		assertThat(run.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void keepsAndCountsThePiecesBeforeAFailure() {
		JobRun run = run((progress) -> {
			progress.write(() -> Map.of("fetched", insertAccounts("a", "b")));
			progress.write(() -> {
				insertAccounts("c");
				throw new IllegalStateException("malformed response of the other service");
			});
		});

		assertThat(run.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(run.counts()).isEqualTo(Map.of("fetched", 2L));
		assertThat(this.database.count("account")).isEqualTo(2);
	}

	@Test
	void repeatsAPieceAfterAConflictWithAMemberAndCountsItOnce() {
		AtomicInteger attempts = new AtomicInteger();

		JobRun run = run((progress) -> progress.write(() -> {
			long inserted = insertAccounts("a");
			if (attempts.incrementAndGet() == 1) {
				throw new DataIntegrityViolationException("an account was deleted");
			}
			return Map.of("fetched", inserted);
		}));

		assertThat(run.counts()).isEqualTo(Map.of("fetched", 1L));
		assertThat(this.database.count("account")).isOne();
	}

	@Test
	void excludesASecondRun() {
		List<Boolean> secondStarted = new ArrayList<>();

		run((_) -> secondStarted.add(this.fixture.runnerOf((_) -> {
		}).run(TEST_JOB).isPresent()));

		assertThat(secondStarted).containsExactly(false);
	}

	@Test
	void keepsTheCountsOfAKilledRun() {
		this.database.update("INSERT INTO job_run (job, started_at, outcome, counts) "
				+ "VALUES ('test-job', '2026-02-28T02:30:00Z', 'RUNNING', '{\"fetched\": 7}')");

		run((_) -> {
		});

		JobRun killed = this.runs.find(List.of(TEST_JOB), JobOutcome.DIED, PageRange.newest(1)).rows().getFirst();
		assertThat(killed.counts()).isEqualTo(Map.of("fetched", 7L));
	}

	/// A process that was suspended for long can resume when another instance has the
	/// lock.
	@Test
	void writesNothingAfterItHasLostItsLockToAnotherRun() {
		JobRun run = run((progress) -> {
			progress.write(() -> Map.of("fetched", insertAccounts("a")));
			this.runs.start(TEST_JOB, (_) -> {
			});
			progress.write(() -> Map.of("fetched", insertAccounts("b")));
		});

		assertThat(run.outcome()).isEqualTo(JobOutcome.DIED);
		assertThat(run.counts()).isEqualTo(Map.of("fetched", 1L));
		assertThat(this.database.count("account")).isOne();
	}

	@Test
	void stopsBetweenTwoCallsAtShutdown() {
		RunningJobs closing = this.fixture.runningJobs(Duration.ofMinutes(1));

		JobRun run = run((progress) -> {
			int number = 0;
			while (!progress.stopRequested()) {
				String name = "a" + number++;
				progress.write(() -> Map.of("fetched", insertAccounts(name)));
				closing.close(new ContextClosedEvent(this.context));
			}
		}, closing);

		assertThat(run.outcome()).as("the rest of its work is still due").isEqualTo(JobOutcome.FAILED);
		assertThat(run.counts()).isEqualTo(Map.of("fetched", 1L));
	}

	@Test
	void succeedsWhenItFinishesItsWorkDuringTheShutdown() {
		RunningJobs closing = this.fixture.runningJobs(Duration.ofMinutes(1));

		JobRun run = run((progress) -> {
			closing.close(new ContextClosedEvent(this.context));
			progress.write(() -> Map.of("fetched", insertAccounts("a")));
		}, closing);

		assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
	}

	@Test
	void isInterruptedInACallThatOutlastsItsTimeAtShutdown() {
		RunningJobs withoutStopTime = this.fixture.runningJobs(Duration.ZERO);

		JobRun run = run((progress) -> {
			progress.write(() -> Map.of("fetched", insertAccounts("a")));
			withoutStopTime.close(new ContextClosedEvent(this.context));
			new CountDownLatch(1).await();
		}, withoutStopTime);

		assertThat(run.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(run.counts()).isEqualTo(Map.of("fetched", 1L));
	}

	@Test
	void rollsBackAPieceWhoseStatementOutlastsItsTimeAtShutdown() {
		RunningJobs withoutStopTime = this.fixture.runningJobs(Duration.ZERO);

		JobRun run = run((progress) -> progress.write(() -> {
			insertAccounts("a");
			withoutStopTime.close(new ContextClosedEvent(this.context));
			return Map.of("slept", this.database.single(Long.class, "SELECT 1 FROM pg_sleep(60)"));
		}), withoutStopTime);

		assertThat(run.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("account")).isZero();
	}

	@Test
	void beginsNoPieceAfterItsTimeAtShutdown() {
		RunningJobs withoutStopTime = this.fixture.runningJobs(Duration.ZERO);

		JobRun run = run((progress) -> {
			withoutStopTime.close(new ContextClosedEvent(this.context));
			assertThatThrownBy(() -> new CountDownLatch(1).await()).isInstanceOf(InterruptedException.class);
			progress.write(() -> Map.of("fetched", insertAccounts("a")));
		}, withoutStopTime);

		assertThat(run.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.database.count("account")).isZero();
	}

	private JobRun run(ExternalCallsJob work) {
		return this.fixture.runnerOf(work).run(TEST_JOB).orElseThrow();
	}

	private JobRun run(ExternalCallsJob work, RunningJobs running) {
		return this.fixture.runnerOf(work, running).run(TEST_JOB).orElseThrow();
	}

	private long insertAccounts(String... names) {
		for (String name : names) {
			this.database.update("INSERT INTO account (email, password_hash, created_at) VALUES (?, '', now())",
					name + "@example.com");
		}
		return names.length;
	}

}
