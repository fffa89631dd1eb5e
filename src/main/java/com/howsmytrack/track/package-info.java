/// Tracks: the genre, the link and the service that hosts the track. Owns the rules for links: which are accepted, their
/// normalized address, the key that identifies the track, and how a page plays it. Owns the queries `mediaInfo` and
/// `acceptedSources`, the table `track_lookup` of what the services say about tracks (the targets of short links, titles
/// and artists), and the job `check-tracks`. Publishes `ShortLinkResolved` and `TrackFoundBroken`.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "jobs", "outbound", "persistence", "web" })
package com.howsmytrack.track;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
