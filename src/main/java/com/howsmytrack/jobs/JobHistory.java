package com.howsmytrack.jobs;

import org.jspecify.annotations.Nullable;

/// What the record says about a job.
///
/// @param lastSuccess null when it has never succeeded
/// @param failing whether the last run that is over failed or died
public record JobHistory(Job job, @Nullable JobRun lastSuccess, boolean failing) {
}
