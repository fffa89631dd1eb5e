package com.howsmytrack.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The newest releases with their artists, for the REST API. One statement, whose index scan ends after the wanted number
/// of releases.
@Component
class NewestReleases {

	private final JdbcClient jdbc;

	private final Clock clock;

	NewestReleases(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// One row for each artist of each release, the newest release first.
	List<Row> read(int limit) {
		return this.jdbc.sql(sql(limit))
			.param("now", Timestamps.utc(this.clock.instant()))
			.query(NewestReleases::row)
			.list();
	}

	/// A date in the future is an announcement, or an error of the music service.
	///
	/// The number of releases is part of the text. With a parameter, PostgreSQL expects a
	/// tenth of all releases, so it never keeps the plan and plans each execution: 1,900
	/// instead of 4,800 executions a second.
	private static String sql(int limit) {
		return """
				SELECT artist.id AS artist_id, artist.source, artist.name AS artist_name, artist.url AS artist_url,
					newest.id, newest.name, newest.artist_credit, newest.kind, newest.released_at, newest.date_precision,
					newest.url, newest.cover_url, newest.genres,
					greatest(newest.changed_at, artist.changed_at, newest.released_at) AS changed_at
				FROM (SELECT * FROM release WHERE released_at <= :now ORDER BY released_at DESC, id DESC LIMIT %d) AS newest
				JOIN release_artist AS credit ON credit.release_id = newest.id
				JOIN artist ON artist.id = credit.artist_id
				ORDER BY newest.released_at DESC, newest.id DESC, credit.position"""
			.formatted(limit);
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		ReleaseDate date = new ReleaseDate(Timestamps.instant(row, "released_at"),
				ReleaseDate.Precision.valueOf(row.getString("date_precision")));
		String[] genres = (String[]) row.getArray("genres").getArray();
		return new Row(row.getLong("artist_id"), MusicService.valueOf(row.getString("source")),
				row.getString("artist_name"), row.getString("artist_url"),
				new Release(String.valueOf(row.getLong("id")), row.getString("name"), row.getString("artist_credit"),
						row.getString("kind"), date.toString(), row.getString("url"), row.getString("cover_url"),
						Arrays.asList(genres)),
				Timestamps.instant(row, "changed_at"));
	}

	/// @param changedAt when the release or the artist last changed, or appeared in the
	/// list
	record Row(long artistId, MusicService source, String artistName, @Nullable String artistUrl, Release release,
			Instant changedAt) {
	}

	/// A release in the REST API; the names are those of the JSON.
	record Release(String id, String name, String credit, @Nullable String kind, String releasedOn, String url,
			@Nullable String coverUrl, List<String> genres) {
	}

}
