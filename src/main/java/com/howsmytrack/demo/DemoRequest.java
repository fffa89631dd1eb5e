package com.howsmytrack.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.feedback.Genre;
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
		String host = URI.create(this.url).getHost();
		return switch (host) {
			case "soundcloud.com" -> "SOUNDCLOUD";
			case "drive.google.com" -> "GOOGLEDRIVE";
			case "www.dropbox.com" -> "DROPBOX";
			case "onedrive.live.com" -> "ONEDRIVE";
			default -> throw new IllegalArgumentException("No tracks come from " + host);
		};
	}

	/// When it was made, given when the wait was over.
	Instant createdAt(Instant endOfWait) {
		return endOfWait.minus(Duration.ofHours(this.hoursWaited));
	}

}
