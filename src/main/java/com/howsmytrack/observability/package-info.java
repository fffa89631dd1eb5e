/// Metrics of jobs and mails, readiness, and spans of operations, for operators on the management port. Keeps personal
/// data out of them and out of the log. It has no tables and publishes no events. Each module counts its own events; the
/// metrics that are read from tables are read here.
@NullMarked
@ApplicationModule(allowedDependencies = { "graphql", "jobs", "mail", "startup" })
package com.howsmytrack.observability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
