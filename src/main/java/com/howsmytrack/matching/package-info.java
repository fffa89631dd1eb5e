/// Puts the pending requests into groups: the assignment run. Owns the rules of the grouping, as a pure function of the
/// pending requests, and the job that applies them. It has no tables. It publishes `RequestsLeftPending`; the
/// groups, their forms and their events belong to the module `feedback`.
@NullMarked
@ApplicationModule(allowedDependencies = { "feedback", "jobs", "track" })
package com.howsmytrack.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
