package com.howsmytrack.releases;

import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// Which releases or artists a list contains. Null: no restriction.
///
/// @param search a pattern for `ILIKE`
record ReleaseFilter(@Nullable Genre genre, @Nullable MusicService source, @Nullable String search,
		@Nullable Long artist) {

	private static final ReleaseFilter NONE = new ReleaseFilter(null, null, null, null);

	/// Null if the list contains everything.
	@Nullable ReleaseFilter restriction() {
		return NONE.equals(this) ? null : this;
	}

	@Nullable String sourceName() {
		return (this.source != null) ? this.source.name() : null;
	}

	@Nullable String genreName() {
		return (this.genre != null) ? this.genre.name() : null;
	}

}
