package com.howsmytrack.track;

import java.time.Duration;

/// What one attempt of a look-up found.
sealed interface LookupResult {

	/// A short link leads to this track.
	record Resolved(TrackLink track) implements LookupResult {
	}

	/// The service told title or artist.
	record Titled(TrackTitle title) implements LookupResult {
	}

	/// The service answered, but not with a track or a title. A further attempt would not
	/// change this.
	record Nothing() implements LookupResult {
	}

	/// The service says that the track does not exist.
	record Gone() implements LookupResult {
	}

	/// There was no usable answer.
	record Failed() implements LookupResult {
	}

	/// The process ends. The look-up is due again after its lease.
	record Interrupted() implements LookupResult {
	}

	/// The service allows no more calls for this time.
	record Limited(Duration pause) implements LookupResult {
	}

}
