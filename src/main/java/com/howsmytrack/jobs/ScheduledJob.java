package com.howsmytrack.jobs;

/// Work that runs at the times of a schedule, from the command line, or when an operator starts it. Its class carries
/// [JobDefinition].
public sealed interface ScheduledJob permits TransactionalJob, ExternalCallsJob {

}
