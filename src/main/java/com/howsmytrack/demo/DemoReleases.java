package com.howsmytrack.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.track.Genre;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// Inserts the new releases of the story, which artists and genres members have chosen, and the references of requests. It
/// must run after [DemoRows].
final class DemoReleases {

	private final NamedParameterJdbcTemplate jdbc;

	private final Instant now;

	DemoReleases(NamedParameterJdbcTemplate jdbc, Instant now) {
		this.jdbc = jdbc;
		this.now = now;
	}

	void insertReleases(List<DemoRelease> releases) {
		insertAll("""
				INSERT INTO release (source, external_id, name, artist_credit, kind, released_at, date_precision, url,
					genres, first_seen_at, last_seen_at, changed_at)
				VALUES (:source, :id, :name, :credit, :kind, :releasedAt, :precision, :url,
					string_to_array(:genres, ','), :releasedAt, :now, :releasedAt)""",
				releases.stream().map(this::releaseColumns));
		releases.forEach(this::insertArtists);
	}

	private MapSqlParameterSource releaseColumns(DemoRelease release) {
		return new MapSqlParameterSource().addValue("source", release.source())
			.addValue("id", release.externalId())
			.addValue("name", release.name())
			.addValue("credit", release.artistCredit())
			.addValue("kind", release.kind())
			.addValue("releasedAt", Timestamps.utc(release.releasedAt(this.now)))
			.addValue("precision", release.precision())
			.addValue("url", release.url())
			.addValue("genres", release.genres().stream().map(Genre::name).collect(Collectors.joining(",")))
			.addValue("now", Timestamps.utc(this.now));
	}

	/// An artist with several releases is inserted with the first of them.
	private void insertArtists(DemoRelease release) {
		List<MapSqlParameterSource> artists = IntStream.range(0, release.artists().size())
			.mapToObj((index) -> artistColumns(release, release.artists().get(index), index + 1))
			.toList();
		this.jdbc.batchUpdate("""
				INSERT INTO artist (source, external_id, name, url, first_seen_at, last_seen_at, changed_at)
				VALUES (:source, :artistId, :artist, :url, :releasedAt, :now, :releasedAt)
				ON CONFLICT (source, external_id) DO NOTHING""", artists.toArray(SqlParameterSource[]::new));
		insertAll("""
				INSERT INTO release_artist (release_id, artist_id, position)
				SELECT release.id, artist.id, :position
				FROM release JOIN artist ON artist.source = release.source AND artist.external_id = :artistId
				WHERE release.source = :source AND release.external_id = :id""", artists.stream());
	}

	private MapSqlParameterSource artistColumns(DemoRelease release, String artist, int position) {
		return releaseColumns(release).addValue("artistId", DemoRelease.idOf(artist))
			.addValue("artist", artist)
			.addValue("url", release.artistUrl(artist))
			.addValue("position", position);
	}

	/// An artist can be on both music services.
	void insertInterests(List<DemoInterest> interests) {
		insertAll("""
				INSERT INTO followed_artist (account_id, artist_id, followed_at)
				SELECT account.id, artist.id, :now FROM account, artist
				WHERE account.email = :member AND artist.name = :artist""",
				interests.stream()
					.flatMap((interest) -> interest.artists()
						.stream()
						.map((artist) -> ofMember(interest.member()).addValue("artist", artist)
							.addValue("now", Timestamps.utc(this.now)))));
		insertAll("""
				INSERT INTO chosen_genre (account_id, genre)
				SELECT id, :genre FROM account WHERE email = :member""",
				interests.stream()
					.flatMap((interest) -> interest.genres()
						.stream()
						.map((genre) -> ofMember(interest.member()).addValue("genre", genre.name()))));
	}

	void insertReferences(Stream<DemoRequest> requests) {
		insertAll("""
				INSERT INTO reference_release (request_id, release_id, position)
				SELECT request.id, release.id, :position
				FROM feedback_request AS request
				JOIN account ON account.id = request.account_id AND account.email = :member
				JOIN release ON release.name = :release
				WHERE request.media_url = :url""",
				requests.flatMap((request) -> IntStream.range(0, request.references().size())
					.mapToObj((index) -> ofMember(request.owner()).addValue("url", request.storedUrl())
						.addValue("release", request.references().get(index))
						.addValue("position", index + 1))));
	}

	private static MapSqlParameterSource ofMember(String name) {
		return new MapSqlParameterSource("member", DemoMember.addressOf(name));
	}

	/// Fails if a statement inserts no row, because then the story contains an unknown
	/// name.
	private void insertAll(String sql, Stream<MapSqlParameterSource> rows) {
		for (int inserted : this.jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new))) {
			if (inserted == 0) {
				throw new IllegalStateException("A row of the demo data inserted no row: " + sql);
			}
		}
	}

}
