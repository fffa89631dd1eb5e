package com.howsmytrack.track;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The tracks of one page. If a document selects one of them, the titles of all are read together.
///
/// Not by a batch loader of GraphQL: it would make all operations slower, see `RequestExecutor`.
public final class PageTracks {

	private final TrackTitles titles;

	/// Guarded by this, like the titles: several members can share a page that was read
	/// for them together.
	private final Set<String> urls = new LinkedHashSet<>();

	private @Nullable Map<String, TrackTitle> read;

	PageTracks(TrackTitles titles) {
		this.titles = titles;
	}

	/// Adds a track before the page is complete.
	public synchronized void add(String url) {
		this.urls.add(url);
	}

	/// Describes a track of the page.
	public Track of(String url, MediaSource source) {
		Track track = Track.ofStored(url, source);
		return (track.key() != null) ? track.titled(read().getOrDefault(track.key(), TrackTitle.UNKNOWN)) : track;
	}

	private synchronized Map<String, TrackTitle> read() {
		Map<String, TrackTitle> known = this.read;
		if (known == null) {
			Set<String> keys = this.urls.stream()
				.flatMap((url) -> TrackLink.parse(url).stream())
				.filter(TrackLookup::hasTitle)
				.map(TrackLink::key)
				.collect(Collectors.toSet());
			known = keys.isEmpty() ? Map.of() : this.titles.of(keys);
			this.read = known;
		}
		return known;
	}

}
