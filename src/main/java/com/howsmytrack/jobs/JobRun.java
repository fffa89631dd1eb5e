package com.howsmytrack.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One run of a job.
///
/// @param finishedAt null while it runs; of a killed run, when the next run marked it `DIED`
/// @param counts what it has committed, by name, in the order in which the admin API lists them
public record JobRun(long id, JobName job, Instant startedAt, @Nullable Instant finishedAt, JobOutcome outcome,
		Map<String, Long> counts) {

	/// Null while it runs.
	public @Nullable Duration duration() {
		return (this.finishedAt != null) ? Duration.between(this.startedAt, this.finishedAt) : null;
	}

	public boolean hasSucceeded() {
		return this.outcome == JobOutcome.SUCCEEDED;
	}

}
