/// Owns the story that a development database opens with: invented musicians, their groups and feedback.
/// Loads it once, into a database without accounts, and only where `howsmytrack.demo.enabled` is set.
/// Announces nothing, and nobody depends on it. It writes rows itself: the front doors cannot tell the past.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "track" })
package com.howsmytrack.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
