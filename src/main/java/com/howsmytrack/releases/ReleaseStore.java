package com.howsmytrack.releases;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.releases.FetchedRelease.Artist;
import com.howsmytrack.track.Genre;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes artists and releases.
///
/// Single rows are read with the entity [Release] and that of its artists. This class has SQL: a page of a music service is
/// inserted or updated in one statement, whatever another instance writes meanwhile, and the command line runs the job
/// without Hibernate.
@Component
class ReleaseStore {

	private static final String SERVICE = "service";

	private static final String NOW = "now";

	private static final String UNREFERRED = """
			NOT EXISTS (SELECT FROM reference_release WHERE release_id = release.id)""";

	/// The rows are ordered, so that two statements that overlap lock them in the same
	/// order. A change of `last_seen_at`
	/// alone changes no index.
	private static final String UPSERT = """
			WITH given AS MATERIALIZED (
				SELECT * FROM jsonb_to_recordset(CAST(:releases AS jsonb)) AS given (
					id text, name text, credit text, kind text, beginning timestamptz, "precision" text, url text,
					cover text, genres text[], artists text[])
			), stored_artist AS (
				INSERT INTO artist (source, external_id, name, url, first_seen_at, last_seen_at, changed_at)
				SELECT :service, given_artist.id, given_artist.name, given_artist.url, :now, :now, :now
				FROM jsonb_to_recordset(CAST(:artists AS jsonb)) AS given_artist (id text, name text, url text)
				ORDER BY given_artist.id
				ON CONFLICT (source, external_id) DO UPDATE SET name = excluded.name, url = excluded.url,
					last_seen_at = greatest(artist.last_seen_at, excluded.last_seen_at),
					changed_at = CASE WHEN (artist.name, artist.url) IS DISTINCT FROM (excluded.name, excluded.url)
						THEN excluded.changed_at ELSE artist.changed_at END
				RETURNING id, external_id
			), stored_release AS (
				INSERT INTO release (source, external_id, name, artist_credit, kind, released_at, date_precision, url,
					cover_url, genres, first_seen_at, last_seen_at, changed_at)
				SELECT :service, given.id, given.name, given.credit, given.kind, given.beginning, given."precision",
					given.url, given.cover, given.genres, :now, :now, :now
				FROM given ORDER BY given.id
				ON CONFLICT (source, external_id) DO UPDATE SET name = excluded.name,
					artist_credit = excluded.artist_credit, kind = excluded.kind, released_at = excluded.released_at,
					date_precision = excluded.date_precision, url = excluded.url, cover_url = excluded.cover_url,
					genres = excluded.genres, last_seen_at = greatest(release.last_seen_at, excluded.last_seen_at),
					changed_at = CASE WHEN (release.name, release.artist_credit, release.kind, release.released_at,
							release.date_precision, release.url, release.cover_url, release.genres)
						IS DISTINCT FROM (excluded.name, excluded.artist_credit, excluded.kind, excluded.released_at,
							excluded.date_precision, excluded.url, excluded.cover_url, excluded.genres)
						THEN excluded.changed_at ELSE release.changed_at END
				RETURNING id, external_id
			), credited AS MATERIALIZED (
				SELECT stored_release.id AS release_id, stored_artist.id AS artist_id, named.place
				FROM given JOIN stored_release ON stored_release.external_id = given.id
				CROSS JOIN LATERAL unnest(given.artists) WITH ORDINALITY AS named (id, place)
				JOIN stored_artist ON stored_artist.external_id = named.id
			), removed AS (
				DELETE FROM release_artist USING stored_release
				WHERE release_artist.release_id = stored_release.id AND NOT EXISTS (
					SELECT FROM credited WHERE credited.release_id = release_artist.release_id
						AND credited.artist_id = release_artist.artist_id)
			), added AS (
				INSERT INTO release_artist (release_id, artist_id, position)
				SELECT release_id, artist_id, place FROM credited
				ON CONFLICT (release_id, artist_id) DO UPDATE SET position = excluded.position
					WHERE release_artist.position <> excluded.position
			)
			SELECT count(*) FROM stored_release""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ReleaseStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/// Inserts or updates the releases and their artists.
	/// @param releases each of them once
	/// @return how many releases were written
	@Transactional(propagation = Propagation.MANDATORY)
	public long save(MusicService service, List<FetchedRelease> releases) {
		Map<String, Artist> artists = new LinkedHashMap<>();
		releases.forEach((release) -> release.artists().forEach((artist) -> artists.put(artist.id(), artist)));
		return this.jdbc.sql(UPSERT)
			.param(SERVICE, service.name())
			.param(NOW, Timestamps.utc(this.clock.instant()))
			.param("releases", this.json.writeValueAsString(releases.stream().map(Row::of).toList()))
			.param("artists", this.json.writeValueAsString(artists.values()))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	/// Deletes the releases that came out before this time and to which no request for
	/// feedback refers, and the artists that have none, were not seen since and are not
	/// followed.
	/// @return how many releases were deleted
	@Transactional(propagation = Propagation.MANDATORY)
	public long deleteBefore(Instant time) {
		int releases = this.jdbc.sql("DELETE FROM release WHERE id = ANY (:ids) AND " + UNREFERRED)
			.param("ids", lockUnreferredBefore(time))
			.update();
		this.jdbc.sql("""
				DELETE FROM artist WHERE last_seen_at < :time
					AND NOT EXISTS (SELECT FROM release_artist WHERE artist_id = artist.id)
					AND NOT EXISTS (SELECT FROM followed_artist WHERE artist_id = artist.id)""")
			.param("time", Timestamps.utc(time))
			.update();
		return releases;
	}

	/// A reference locks its release before it is written. A release that is locked now
	/// stays until the next run. The others are locked before the deletion looks for
	/// references: a single statement would not see those that were written after its
	/// beginning, and would violate the foreign key.
	private Long[] lockUnreferredBefore(Instant time) {
		return this.jdbc
			.sql("SELECT id FROM release WHERE released_at < :time AND %s FOR UPDATE SKIP LOCKED".formatted(UNREFERRED))
			.param("time", Timestamps.utc(time))
			.query((row, _) -> row.getLong("id"))
			.list()
			.toArray(Long[]::new);
	}

	/// A row of `given`.
	private record Row(String id, String name, String credit, @Nullable String kind, String beginning, String precision,
			String url, @Nullable String cover, Set<Genre> genres, List<String> artists) {

		static Row of(FetchedRelease release) {
			return new Row(release.id(), release.name(), release.credit(), release.kind(),
					release.date().beginning().toString(), release.date().precision().name(), release.url(),
					release.cover(), release.genres(), release.artists().stream().map(Artist::id).toList());
		}

	}

}
