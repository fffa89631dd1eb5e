package com.howsmytrack.track;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// The track of a request, as the API describes it.
public final class Track {

	private final String url;

	private final MediaSource source;

	private final Player player;

	private final Supplier<TrackTitle> title;

	/// @param title is asked only if a document selects title or artist
	private Track(String url, MediaSource source, Player player, Supplier<TrackTitle> title) {
		this.url = url;
		this.source = source;
		this.player = player;
		this.title = title;
	}

	static Track of(TrackLink link, Supplier<TrackTitle> title) {
		return new Track(link.url(), link.source(), link.player(), title);
	}

	/// A stored link of a form that is not supported can be opened, but not played.
	static Track ofUnsupported(String url, MediaSource source) {
		return new Track(url, source, Player.LINK, () -> TrackTitle.UNKNOWN);
	}

	/// Opens the track at its service.
	public String url() {
		return this.url;
	}

	public MediaSource source() {
		return this.source;
	}

	/// For programs that show the service by name and do not know its media type.
	public String sourceName() {
		return this.source.displayName();
	}

	public Player player() {
		return this.player;
	}

	/// Null until it is known.
	public @Nullable String title() {
		return this.title.get().title();
	}

	/// Null until it is known.
	public @Nullable String artist() {
		return this.title.get().artist();
	}

}
