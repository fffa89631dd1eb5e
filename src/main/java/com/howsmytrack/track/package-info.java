/// Tracks: the genre, the URL and the service that hosts the track. Owns the rules for supported URLs and their
/// canonical form, and the query `mediaInfo`. It has no tables and publishes no events.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.track;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
