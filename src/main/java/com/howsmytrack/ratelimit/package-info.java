/// Limits how often an action may be attempted, counted over all instances or on each of them. Owns the table `rate_limit`.
/// The calling modules define what is limited and for which subjects.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
