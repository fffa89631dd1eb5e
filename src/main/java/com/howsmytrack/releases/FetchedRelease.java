package com.howsmytrack.releases;

import java.util.List;
import java.util.Set;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A release as a music service describes it. The names are the keys of the JSON in [ReleaseStore].
///
/// @param id as the service identifies the release
/// @param name can be empty
/// @param credit the names of all artists
/// @param kind for example `album`
/// @param artists each of them once, in their order
record FetchedRelease(String id, String name, String credit, @Nullable String kind, ReleaseDate date, String url,
		@Nullable String cover, Set<Genre> genres, List<Artist> artists) {

	/// An artist as a music service describes it.
	///
	/// @param id as the service identifies the artist
	/// @param name can be empty
	record Artist(String id, String name, @Nullable String url) {
	}

}
