package com.howsmytrack.browser;

import java.time.Instant;
import java.util.List;

import com.howsmytrack.testing.Database;

/// Releases in the database, as the job writes them.
///
/// @param now the time of the test
record ReleaseRows(Database database, Instant now) {

	static final String SPOTIFY_COVER = "https://i.scdn.co/image/";

	static final String LISTENBRAINZ_COVER = "https://archive.org/download/mbid-1/";

	/// @return the id of the artist
	long artist(String name) {
		return this.database.single(Long.class,
				"""
						INSERT INTO artist (source, external_id, name, url, first_seen_at, last_seen_at, changed_at)
						VALUES ('SPOTIFY', gen_random_uuid()::text, ?, 'https://open.spotify.com/artist/a1', now(), now(), now())
						RETURNING id""",
				name);
	}

	/// Each further release is a day older.
	/// @return the id of the release
	long spotify(String name, long... artists) {
		return release("SPOTIFY", name, "https://open.spotify.com/album/r1", SPOTIFY_COVER + "ab67", artists);
	}

	long listenBrainz(String name, long... artists) {
		return release("LISTENBRAINZ", name, "https://listenbrainz.org/release/r1", LISTENBRAINZ_COVER + "thumb250.jpg",
				artists);
	}

	private long release(String source, String name, String url, String cover, long... artists) {
		long number = this.database.count("release") + 1;
		long id = this.database.single(Long.class, """
				INSERT INTO release (source, external_id, name, artist_credit, kind, released_at, date_precision, url,
					cover_url, genres, first_seen_at, last_seen_at, changed_at)
				VALUES (?, gen_random_uuid()::text, ?, 'Credit of the release', 'album',
					date_trunc('day', CAST(? AS timestamptz), 'UTC') - ? * interval '1 day', 'DAY', ?, ?,
					ARRAY['ELECTRONIC'], now(), now(), now())
				RETURNING id""", source, name, this.now.toString(), number, url, cover);
		for (int position = 1; position <= artists.length; position++) {
			this.database.update("INSERT INTO release_artist (release_id, artist_id, position) VALUES (?, ?, ?)", id,
					artists[position - 1], position);
		}
		return id;
	}

	/// More than one page of the list.
	void many(int count, long artist) {
		List.of("Tide", "Salt", "Rain").forEach((name) -> {
			for (int number = 1; number <= count / 3 + 1; number++) {
				spotify(name + " " + number, artist);
			}
		});
	}

}
