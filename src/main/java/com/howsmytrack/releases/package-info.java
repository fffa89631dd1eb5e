/// New releases of music services. Owns the tables `artist`, `release`, `release_artist`, `release_source`,
/// `followed_artist` and `chosen_genre`, the job `fetch-new-releases` and the REST resource `/api/artists`, and publishes no events. Only the job calls the services;
/// requests are answered from the tables.
@NullMarked
@ApplicationModule(
		allowedDependencies = { "account", "graphql", "jobs", "outbound", "persistence", "ratelimit", "track", "web" })
package com.howsmytrack.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
