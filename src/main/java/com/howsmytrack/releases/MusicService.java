package com.howsmytrack.releases;

/// A service whose new releases are copied. The names are those of the schema and of the database.
enum MusicService {

	SPOTIFY("Spotify"),

	LISTENBRAINZ("ListenBrainz");

	private final String displayName;

	MusicService(String displayName) {
		this.displayName = displayName;
	}

	/// The name as the service writes it, for messages.
	String displayName() {
		return this.displayName;
	}

}
