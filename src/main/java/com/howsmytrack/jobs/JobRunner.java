package com.howsmytrack.jobs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.stereotype.Component;

/// Runs a job of either kind under its lock and records the run. The schedule, the command line and operators all run
/// jobs through this class.
@Component
public class JobRunner {

	private static final Logger logger = LoggerFactory.getLogger(JobRunner.class);

	private final Jobs jobs;

	private final JobLocks locks;

	private final JobRuns runs;

	private final RunningJobs running;

	private final JobTransactions transactions;

	JobRunner(Jobs jobs, JobLocks locks, JobRuns runs, RunningJobs running, JobTransactions transactions) {
		this.jobs = jobs;
		this.locks = locks;
		this.runs = runs;
		this.running = running;
		this.transactions = transactions;
	}

	/// Runs the job and returns when it has ended.
	/// @return the finished run, also if it failed; empty when another run holds the lock
	public Optional<JobRun> run(JobName name) {
		return run(name, (_) -> {
		});
	}

	/// Runs the job and returns when it has ended.
	/// @param onStart is called in the transaction that records the start; what it writes
	/// stays also if the run fails
	/// @return the finished run, also if it failed; empty when another run holds the lock
	public Optional<JobRun> run(JobName name, Consumer<JobRun> onStart) {
		ScheduledJob job = this.jobs.get(name);
		Optional<SimpleLock> lock = this.locks.take(name);
		if (lock.isEmpty()) {
			logger.info("{} is not started: another run holds its lock", name);
			return Optional.empty();
		}
		try {
			return Optional.of(onPlatformThread(name, () -> runRecorded(name, job, onStart)));
		}
		finally {
			lock.get().unlock();
		}
	}

	/// A virtual thread keeps its carrier thread while it computes. There are as many
	/// carriers as processors, and requests need them.
	private static JobRun onPlatformThread(JobName name, Supplier<JobRun> work) {
		Map<String, String> context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
		try {
			return CompletableFuture.supplyAsync(() -> {
				MDC.setContextMap(context);
				return work.get();
			}, Thread.ofPlatform().name(name.value())::start).join();
		}
		catch (CompletionException failure) {
			throw (failure.getCause() instanceof RuntimeException cause) ? cause : failure;
		}
	}

	private JobRun runRecorded(JobName name, ScheduledJob job, Consumer<JobRun> onStart) {
		JobRun run = this.runs.start(name, onStart);
		try {
			JobRun finished = execute(run, job);
			logger.info("{} done in {}: {}", name, finished.duration(), finished.counts());
			return finished;
		}
		catch (RuntimeException | InterruptedException failure) {
			logger.error("{} failed. {}", name, whatRemains(job), failure);
			return this.runs.fail(run);
		}
	}

	private static String whatRemains(ScheduledJob job) {
		return switch (job) {
			case TransactionalJob _ -> "It changed nothing";
			case ExternalCallsJob _ -> "The pieces that it wrote before are kept";
		};
	}

	private JobRun execute(JobRun run, ScheduledJob job) throws InterruptedException {
		try (RunningJobs.Execution execution = this.running.begin()) {
			return switch (job) {
				case TransactionalJob inOneTransaction ->
					this.transactions.execute(execution, () -> this.runs.succeed(run, inOneTransaction.run()));
				case ExternalCallsJob inPieces -> {
					RecordedProgress progress = new RecordedProgress(run, execution, this.transactions, this.runs);
					inPieces.run(progress);
					yield progress.finish();
				}
			};
		}
	}

}
