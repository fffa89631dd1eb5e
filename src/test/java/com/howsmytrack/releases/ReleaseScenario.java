package com.howsmytrack.releases;

import java.util.List;
import java.util.Set;

import com.howsmytrack.releases.FetchedRelease.Artist;
import com.howsmytrack.track.Genre;

/// Releases in the words of the tests.
final class ReleaseScenario {

	static final Artist ADA = new Artist("a1", "Ada", "https://open.spotify.com/artist/a1");

	static final Artist BRUNO = new Artist("a2", "Bruno", null);

	private ReleaseScenario() {
	}

	static FetchedRelease release(String name, String date, Set<Genre> genres, Artist... artists) {
		return new FetchedRelease(name, name, "Credit of " + name, null, ReleaseDate.parse(date).orElseThrow(),
				"https://open.spotify.com/album/" + name, null, genres, List.of(artists));
	}

}
