package com.howsmytrack.jobs;

import org.jspecify.annotations.Nullable;

/// The latest runs of a job.
///
/// @param lastSuccess null when it has never succeeded
/// @param failing whether the latest finished run failed or died
public record JobHistory(JobName job, @Nullable JobRun lastSuccess, boolean failing) {
}
