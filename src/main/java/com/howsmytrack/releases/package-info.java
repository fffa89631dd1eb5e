/// New releases of music services, and the releases that requests for feedback name as references. Owns the tables
/// `artist`, `release`, `release_artist`, `release_source`, `followed_artist`, `chosen_genre` and `reference_release`, the job
/// `fetch-new-releases` and the REST resource `/api/artists`, and publishes no events. Only the job calls the services;
/// operations are answered from the tables.
@NullMarked
@ApplicationModule(
		allowedDependencies = { "account", "graphql", "jobs", "outbound", "persistence", "ratelimit", "track", "web" })
package com.howsmytrack.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
