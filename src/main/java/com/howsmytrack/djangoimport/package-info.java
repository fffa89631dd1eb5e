/// Moving in: the database of the service before this one is copied into an empty one of ours. Owns the knowledge of how
/// that service kept things, and the rules for rows that cannot be kept as they were (`src/main/resources/djangoimport` says
/// how, `ImportIssue` what is reported). It writes rows itself: the front doors cannot tell the past. Announces nothing.
@NullMarked
@ApplicationModule(allowedDependencies = { "account :: imported", "jobs", "persistence", "track" })
package com.howsmytrack.djangoimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
