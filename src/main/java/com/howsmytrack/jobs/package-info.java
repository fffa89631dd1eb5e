/// Schedules, locks and records jobs, and defines the commands of the command line. Owns the tables `job_run` and
/// `shedlock`, and publishes no events. A module adds a job or a command with a component of its own: see
/// [com.howsmytrack.jobs.JobDefinition] and [com.howsmytrack.jobs.CommandDefinition].
///
/// The lock of a job is short and is extended while the job runs. It is free as soon as a run ends, and soon after a
/// run was killed. A second run does not wait for the lock; its caller gets an empty result. So a job does
/// all the work that is due, not the work of one day.
@NullMarked
@ApplicationModule(allowedDependencies = { "persistence", "startup" })
package com.howsmytrack.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
