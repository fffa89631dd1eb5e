package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.howsmytrack.persistence.ConflictRetry;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Runs a job behind its lock and keeps the record. The one door for the schedule, the command line and the
/// operator.
@Component
public class JobRunner {

	private static final Logger logger = LoggerFactory.getLogger(JobRunner.class);

	private static final int RETRIES = 2;

	private final List<ScheduledJob> jobs;

	private final JobLocks locks;

	private final JobRuns runs;

	private final RunningJobs running;

	private final TransactionOperations transactions;

	/// A member who leaves, or takes what the job holds, at the wrong moment costs a
	/// second try, not a night.
	private final RetryTemplate retries = ConflictRetry.triedAgain(RETRIES, Duration.ofMillis(100));

	JobRunner(List<ScheduledJob> jobs, JobLocks locks, JobRuns runs, RunningJobs running,
			TransactionOperations transactions) {
		this.jobs = jobs;
		this.locks = locks;
		this.runs = runs;
		this.running = running;
		this.transactions = transactions;
	}

	/// Runs the job here and now.
	/// @return how it went, failure included; empty when another run holds the lock
	public Optional<JobRun> run(Job job) {
		return run(job, (_) -> {
		});
	}

	/// Runs the job here and now.
	/// @param note is taken in the transaction that records the start, whatever comes of
	/// the run
	/// @return how it went, failure included; empty when another run holds the lock
	public Optional<JobRun> run(Job job, Consumer<JobRun> note) {
		ScheduledJob work = this.jobs.stream().filter((candidate) -> candidate.job() == job).findFirst().orElseThrow();
		Optional<SimpleLock> lock = this.locks.take(job);
		if (lock.isEmpty()) {
			logger.info("{} runs elsewhere, not starting it", job.command());
			return Optional.empty();
		}
		try {
			return Optional.of(onItsOwnThread(job, () -> record(work, note)));
		}
		finally {
			lock.get().unlock();
		}
	}

	/// Requests share as many carriers as there are processors, which a virtual thread
	/// keeps for as long as it computes: an operator's would take one away for a night.
	private static JobRun onItsOwnThread(Job job, Supplier<JobRun> work) {
		Map<String, String> request = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
		try {
			return CompletableFuture.supplyAsync(() -> {
				MDC.setContextMap(request);
				return work.get();
			}, Thread.ofPlatform().name(job.command())::start).join();
		}
		catch (CompletionException failure) {
			throw (failure.getCause() instanceof RuntimeException cause) ? cause : failure;
		}
	}

	private JobRun record(ScheduledJob work, Consumer<JobRun> note) {
		JobRun run = Objects.requireNonNull(this.transactions.execute((_) -> {
			JobRun started = this.runs.start(work.job());
			note.accept(started);
			return started;
		}));
		try {
			JobRun finished = Objects
				.requireNonNull(this.retries.invoke(() -> this.transactions.execute((_) -> succeed(run, work))));
			logger.info("{} done in {}: {}", work.job().command(), duration(finished), finished.counts());
			return finished;
		}
		catch (RuntimeException failure) {
			logger.error("{} failed, and changed nothing", work.job().command(), failure);
			return this.runs.fail(run);
		}
	}

	/// The record is part of the work's transaction: a run that changed something
	/// succeeded, and the other way round.
	private JobRun succeed(JobRun run, ScheduledJob work) {
		PGConnection connection = this.runs.takeTheTimeItNeeds();
		this.running.begin(connection);
		try {
			return this.runs.succeed(run, work.run());
		}
		finally {
			this.running.end(connection);
		}
	}

	private static Duration duration(JobRun run) {
		return (run.finishedAt() != null) ? Duration.between(run.startedAt(), run.finishedAt()) : Duration.ZERO;
	}

}
