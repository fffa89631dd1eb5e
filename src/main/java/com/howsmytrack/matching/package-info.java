/// Each night turns the pending requests into groups of members who will read each other's tracks.
/// Owns the rules of who sits with whom, as a pure function of the pending requests, and the nightly job that applies it.
/// Keeps no tables and announces nothing: the groups, their forms and their events are the feedback module's.
@NullMarked
@ApplicationModule(allowedDependencies = { "feedback", "jobs", "track" })
package com.howsmytrack.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
