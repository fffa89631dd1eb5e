package com.howsmytrack.track;

import org.jspecify.annotations.Nullable;

/// The track of a request, as the API describes it.
///
/// @param url opens the track at its service
/// @param key see [TrackLink#key]; null if the link was imported and has a form that is not supported
/// @param title null until it is known
/// @param artist null until it is known
public record Track(String url, @Nullable String key, MediaSource source, Player player, @Nullable String title,
		@Nullable String artist) {

	public static Track of(TrackLink link) {
		return new Track(link.url(), link.key(), link.source(), link.player(), null, null);
	}

	/// A stored link of a form that is not supported can be opened, but not played.
	public static Track ofStored(String url, MediaSource source) {
		return TrackLink.parse(url)
			.map(Track::of)
			.orElseGet(() -> new Track(url, null, source, Player.LINK, null, null));
	}

	/// The same track with a title.
	Track titled(TrackTitle known) {
		return new Track(this.url, this.key, this.source, this.player, known.title(), known.artist());
	}

	/// For programs that show the service by name and do not know its media type.
	public String sourceName() {
		return this.source.displayName();
	}

}
