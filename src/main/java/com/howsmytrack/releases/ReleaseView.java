package com.howsmytrack.releases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.howsmytrack.persistence.RowPosition;
import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;

/// A release as a member sees it.
public record ReleaseView(long id, MusicService source, String name, String artistCredit, @Nullable String kind,
		String releasedOn, String url, @Nullable String coverUrl, List<Genre> genres, List<ArtistView> artists,
		Instant releasedAt) {

	/// In a list that is ordered by the date.
	RowPosition position() {
		return new RowPosition(ChronoUnit.MICROS.between(Instant.EPOCH, this.releasedAt), this.id);
	}

	/// An artist as a member sees it.
	///
	/// @param followed whether this member follows the artist
	record ArtistView(long id, MusicService source, String name, @Nullable String url, boolean followed) {
	}

}
