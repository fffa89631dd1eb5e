package com.howsmytrack.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps the record of one run up to date while its job writes pieces.
final class RecordedProgress implements JobProgress {

	private final JobRun run;

	private final RunningJobs.Execution execution;

	private final JobTransactions transactions;

	private final JobRuns runs;

	/// Of the committed pieces, in the order in which the job first named them.
	private Map<String, Long> counts = Map.of();

	private boolean stopReported;

	RecordedProgress(JobRun run, RunningJobs.Execution execution, JobTransactions transactions, JobRuns runs) {
		this.run = run;
		this.execution = execution;
		this.transactions = transactions;
		this.runs = runs;
	}

	@Override
	public void write(Supplier<Map<String, Long>> piece) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("%s must not open a transaction of its own".formatted(this.run.job()));
		}
		this.counts = this.transactions.execute(this.execution, () -> {
			Map<String, Long> sums = new LinkedHashMap<>(this.counts);
			piece.get().forEach((name, count) -> sums.merge(name, count, Long::sum));
			this.runs.updateCounts(this.run, sums);
			return sums;
		});
	}

	@Override
	public boolean stopRequested() {
		this.stopReported |= this.execution.isStopRequested();
		return this.stopReported;
	}

	/// Records the end of the run.
	JobRun finish() {
		if (this.stopReported) {
			throw new IllegalStateException(
					"%s stopped because the process ends; the rest of its work is still due".formatted(this.run.job()));
		}
		return this.runs.succeed(this.run, this.counts);
	}

}
