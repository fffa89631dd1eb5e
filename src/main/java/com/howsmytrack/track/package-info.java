/// Tracks: the genre, the link and the service that hosts the track. Owns the rules for links: which are accepted, their
/// normalized address, the key that identifies the track, and how a page plays it. Owns the query `mediaInfo`. It has no
/// tables and publishes no events.
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package com.howsmytrack.track;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
