package com.howsmytrack.track;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.howsmytrack.persistence.PageRead;

/// The tracks of one page. If a document selects the title or artist of one of them, the titles of all are read together.
public final class PageTracks {

	private final TrackTitles titles;

	/// By the keys of the tracks.
	private final PageRead<String, Map<String, TrackTitle>> read = new PageRead<>(this::read);

	/// Several members can share a page that was read for them together.
	private final Map<String, Optional<TrackLink>> links = new ConcurrentHashMap<>();

	PageTracks(TrackTitles titles) {
		this.titles = titles;
	}

	/// Adds a track before the page is complete.
	public void add(String url) {
		this.read.add(url);
	}

	/// Describes a track of the page.
	public Track of(String url, MediaSource source) {
		return parse(url).map((link) -> Track.of(link, () -> title(link)))
			.orElseGet(() -> Track.ofUnsupported(url, source));
	}

	private Optional<TrackLink> parse(String url) {
		return this.links.computeIfAbsent(url, TrackLink::parse);
	}

	private TrackTitle title(TrackLink link) {
		return this.read.result().getOrDefault(link.key(), TrackTitle.UNKNOWN);
	}

	private Map<String, TrackTitle> read(Set<String> urls) {
		Set<String> keys = urls.stream()
			.flatMap((url) -> parse(url).stream())
			.filter(TrackLookup::hasTitle)
			.map(TrackLink::key)
			.collect(Collectors.toSet());
		return keys.isEmpty() ? Map.of() : this.titles.of(keys);
	}

}
