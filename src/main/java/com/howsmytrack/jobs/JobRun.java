package com.howsmytrack.jobs;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One run of a job.
///
/// @param finishedAt null while it runs; for a run that died, when that was noticed
/// @param counts what it did; empty unless it succeeded
public record JobRun(long id, Job job, Instant startedAt, @Nullable Instant finishedAt, Outcome outcome,
		Map<String, Long> counts) {

	/// A run that was killed stays `RUNNING` until the next run of its job marks it
	/// `DIED`.
	public enum Outcome {

		RUNNING, SUCCEEDED, FAILED, DIED

	}

}
