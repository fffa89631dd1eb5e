package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// How a page plays a track.
///
/// @param address what the page loads; null for [Kind#LINK]
public record Player(Kind kind, @Nullable String address) {

	static final Player LINK = new Player(Kind.LINK, null);

	static Player embed(String address) {
		return new Player(Kind.EMBED, address);
	}

	static Player audio(String address) {
		return new Player(Kind.AUDIO, address);
	}

	/// The way in which a page plays a track.
	public enum Kind {

		/// The player of the service, in a frame.
		EMBED,

		/// The audio player of the browser.
		AUDIO,

		/// Not in the page: the service has no address that plays the track there.
		LINK

	}

}
