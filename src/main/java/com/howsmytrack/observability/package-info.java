/// What an operator sees from outside, on the management port: whether the service is ready, numbers about jobs and
/// mail, spans of operations; and that none of it, nor the log, tells who somebody is. Modules count their own events where
/// they happen; what is read from the tables to be watched is read here.
@NullMarked
@ApplicationModule(allowedDependencies = { "graphql", "jobs", "mail", "startup" })
package com.howsmytrack.observability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
