package com.howsmytrack.track;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A look-up that this instance has claimed.
///
/// @param causedBy whose calls are counted; null if the account was deleted
/// @param failures how many attempts have failed
/// @param goneSince when the service first said that the track does not exist
/// @param resolvedUrl the known target of a short link
/// @param leaseEnd until when no other instance claims it
record TrackLookup(String key, String url, @Nullable Long causedBy, int failures, @Nullable Instant goneSince,
		@Nullable String resolvedUrl, Instant leaseEnd) {

	/// Whether there is something to look up.
	static boolean isNeeded(TrackLink link) {
		return link.isShortLink() || hasTitle(link);
	}

	static boolean hasTitle(TrackLink link) {
		return !link.isShortLink() && link.source().links().hasTitle(link);
	}

}
