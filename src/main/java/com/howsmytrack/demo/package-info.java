/// Loads invented members, groups and feedback into a database without accounts, if `howsmytrack.demo.enabled` is set. Owns no
/// tables and publishes no events. It writes the tables of other modules itself, because their use cases cannot create rows
/// of the past.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "feedback", "jobs", "persistence", "track" })
package com.howsmytrack.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
