package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.track.Genre;
import com.howsmytrack.track.MediaUrl;
import org.jspecify.annotations.Nullable;

/// A request, with what the others of its group have written about its track so far.
///
/// @param owner the name of a member
/// @param url null for a trackless request
/// @param hoursWaited until it came into its group, or until now while it is pending
/// @param responses the submitted ones; who is missing here still owes theirs
record DemoRequest(String owner, @Nullable String url, Genre genre, @Nullable String prompt, boolean emailWhenGrouped,
		int hoursWaited, List<DemoResponse> responses) {

	DemoRequest {
		// The resource leaves out what is empty.
		responses = (responses != null) ? responses : List.of();
	}

	boolean hasTrack() {
		return this.url != null;
	}

	@Nullable String mediaType() {
		if (this.url == null) {
			return null;
		}
		return MediaUrl.parse(this.url)
			.orElseThrow(() -> new IllegalArgumentException("Not a supported URL: " + this.url))
			.source()
			.name();
	}

	/// When it was made, given when the wait was over.
	Instant createdAt(Instant endOfWait) {
		return endOfWait.minus(Duration.ofHours(this.hoursWaited));
	}

}
