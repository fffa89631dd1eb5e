package com.howsmytrack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.track.Genre;
import com.howsmytrack.track.TrackLink;
import org.jspecify.annotations.Nullable;

/// A request with the responses to it.
///
/// @param owner the name of a member
/// @param url null for a trackless request
/// @param hoursWaited hours until it was assigned to its group, or until now if it is pending
/// @param references the names of releases beside which the track should sit
/// @param responses the submitted responses; the other members of the group have open forms
record DemoRequest(String owner, @Nullable String url, Genre genre, @Nullable String prompt, boolean emailWhenGrouped,
		int hoursWaited, List<String> references, List<DemoResponse> responses) {

	DemoRequest {
		// The YAML files omit empty lists.
		references = (references != null) ? references : List.of();
		responses = (responses != null) ? responses : List.of();
	}

	boolean hasTrack() {
		return this.url != null;
	}

	/// Null for a trackless request.
	@Nullable TrackLink track() {
		if (this.url == null) {
			return null;
		}
		return TrackLink.parse(this.url)
			.orElseThrow(() -> new IllegalArgumentException("Not a supported URL: " + this.url));
	}

	/// Null for a trackless request.
	@Nullable String storedUrl() {
		TrackLink track = track();
		return (track != null) ? track.url() : null;
	}

	Instant createdAt(Instant endOfWait) {
		return endOfWait.minus(Duration.ofHours(this.hoursWaited));
	}

}
