package com.howsmytrack.feedback;

import java.time.Duration;
import java.time.Instant;

/// The times of batches. They depend on the interval only, so a run that is late or started by hand has the time of its
/// batch, and the notices about feedback have the time of its release.
public final class Batches {

	private Batches() {
	}

	/// The latest multiple of the interval (UTC).
	public static Instant latest(Instant now, Duration interval) {
		return Instant.EPOCH.plus(interval.multipliedBy(Duration.between(Instant.EPOCH, now).dividedBy(interval)));
	}

}
