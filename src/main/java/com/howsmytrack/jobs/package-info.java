/// The doorbell of every nightly job: its schedule, the lock that lets one instance at a time run it, the
/// command line, and the record of runs. What a job does, the module that implements `ScheduledJob` knows.
///
/// A lock is short and kept alive while its job runs. So it is free as soon as a run ends, and soon after a
/// run was killed; a second run does not wait, it is told. Work is "whatever is due", never "today's share".
@NullMarked
@ApplicationModule(allowedDependencies = "persistence")
package com.howsmytrack.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
