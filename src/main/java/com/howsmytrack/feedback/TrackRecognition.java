package com.howsmytrack.feedback;

import java.util.Optional;

/// Which addresses of tracks there can be.
public interface TrackRecognition {

	/// Empty when nobody could ask for feedback with that address.
	Optional<Track> at(String url);

	/// Whether there is such a media type.
	boolean comeFrom(String mediaType);

	/// A track that can be played.
	///
	/// @param url as it is kept
	/// @param mediaType as the database names it
	record Track(String url, String mediaType) {
	}

}
