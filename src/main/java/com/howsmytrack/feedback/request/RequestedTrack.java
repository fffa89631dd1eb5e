package com.howsmytrack.feedback.request;

import com.howsmytrack.track.MediaSource;
import com.howsmytrack.track.PageTracks;
import com.howsmytrack.track.Track;

/// The track of a request.
///
/// @param url the stored link
/// @param mediaUrl the address from which the client of the wire contract builds a player
/// @param page the tracks whose titles are read together
public record RequestedTrack(String url, String mediaType, String mediaUrl, PageTracks page) {

	/// Computed only if a document selects it.
	Track details() {
		return this.page.of(this.url, MediaSource.valueOf(this.mediaType));
	}

}
