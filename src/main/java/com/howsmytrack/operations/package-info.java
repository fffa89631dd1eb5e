/// The operator's desk: see and run jobs. Everything here is for operators alone; the schema says so.
@NullMarked
@ApplicationModule(allowedDependencies = { "graphql", "jobs" })
package com.howsmytrack.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
