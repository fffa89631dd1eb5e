package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// Title and artist at the service of a track. Both come from the service and are cleaned.
record TrackTitle(@Nullable String title, @Nullable String artist) {

	static final TrackTitle UNKNOWN = new TrackTitle(null, null);

}
