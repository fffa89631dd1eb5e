package com.howsmytrack.track;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The tracks of one page. If a document selects the title or artist of one of them, the titles of all are read together.
///
/// Not by a batch loader of GraphQL: it would make all operations slower, see `RequestExecutor`.
public final class PageTracks {

	private final TrackTitles titles;

	/// Guarded by this, like the links and titles: several members can share a page that
	/// was read for them together.
	private final Set<String> urls = new LinkedHashSet<>();

	private final Map<String, Optional<TrackLink>> links = new HashMap<>();

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
		return parse(url).map((link) -> Track.of(link, () -> title(link)))
			.orElseGet(() -> Track.ofUnsupported(url, source));
	}

	private synchronized Optional<TrackLink> parse(String url) {
		return this.links.computeIfAbsent(url, TrackLink::parse);
	}

	private synchronized TrackTitle title(TrackLink link) {
		Map<String, TrackTitle> known = this.read;
		if (known == null) {
			Set<String> keys = this.urls.stream()
				.flatMap((url) -> parse(url).stream())
				.filter(TrackLookup::hasTitle)
				.map(TrackLink::key)
				.collect(Collectors.toSet());
			known = keys.isEmpty() ? Map.of() : this.titles.of(keys);
			this.read = known;
		}
		return known.getOrDefault(link.key(), TrackTitle.UNKNOWN);
	}

}
