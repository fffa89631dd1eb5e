/// The heart: requests, the groups they are put into, what members write about each other's tracks, and
/// how it is rated. It offers pending requests to whoever plans a night, and forms the groups of the plan.
/// One inner package per concept; they share ids and use cases, not entities.
@NullMarked
@ApplicationModule(
		allowedDependencies = { "account", "account :: admin", "audit", "graphql", "jobs", "persistence", "track" })
package com.howsmytrack.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
