package com.howsmytrack.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.persistence.CustomPlans;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.Timestamps;
import com.howsmytrack.releases.ReleaseView.ArtistView;
import com.howsmytrack.track.Genre;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lists of releases and artists for members. Each page is one statement, and that of [#of] two.
///
/// Lists with a filter are planned for its values. A plan for all values would read all releases for a genre, a music
/// service or a text that few of them have; with 300,000 releases that took 1 to 5 seconds.
@Component
class ReleasePages {

	private static final TypeReference<List<ArtistView>> ARTISTS = new TypeReference<>() {
	};

	private static final String ME = "me";

	private static final String COLUMNS = """
			release.*, (
				SELECT coalesce(json_agg(json_build_object('id', artist.id, 'source', artist.source, 'name', artist.name,
					'url', artist.url, 'followed', followed.account_id IS NOT NULL) ORDER BY credit.position), '[]')
				FROM release_artist AS credit JOIN artist ON artist.id = credit.artist_id
				LEFT JOIN followed_artist AS followed ON followed.artist_id = artist.id AND followed.account_id = :me
				WHERE credit.release_id = release.id) AS artists""";

	private static final String RELEASES = "SELECT %s FROM release".formatted(COLUMNS);

	private static final String REFERENCES = """
			SELECT reference.request_id, %s
			FROM reference_release AS reference JOIN release ON release.id = reference.release_id
			WHERE reference.request_id = ANY ((SELECT :requests)::bigint[])
			ORDER BY reference.request_id, reference.position""".formatted(COLUMNS);

	private static final String ARTIST_ROWS = """
			SELECT artist.id, artist.source, artist.name, artist.url, followed.account_id IS NOT NULL AS followed
			FROM artist
			LEFT JOIN followed_artist AS followed ON followed.artist_id = artist.id AND followed.account_id = :me""";

	private static final String OF_ARTIST = """
			EXISTS (SELECT FROM release_artist AS credit
				WHERE credit.release_id = release.id AND credit.artist_id = :artist)""";

	/// An array of ids, because an index can find it together with the genres.
	private static final String OF_FOLLOWED_ARTISTS = """
			release.id = ANY (ARRAY(
				SELECT credit.release_id FROM followed_artist JOIN release_artist AS credit USING (artist_id)
				WHERE followed_artist.account_id = :me))""";

	private final JdbcClient jdbc;

	private final CustomPlans plans;

	private final ReleaseInterests interests;

	private final JsonMapper json;

	private final Clock clock;

	ReleasePages(JdbcClient jdbc, CustomPlans plans, ReleaseInterests interests, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.interests = interests;
		this.json = json;
		this.clock = clock;
	}

	/// Releases that are out, the newest first.
	Page<ReleaseView> newest(AccountId me, ReleaseFilter filter, PageRange range) {
		KeysetQuery query = releases(me)
			.where("release.genres @> ARRAY[CAST(:genre AS text)]", "genre", filter.genreName())
			.where("release.source = :source", "source", filter.sourceName())
			.where("(release.name ILIKE :search OR release.artist_credit ILIKE :search)", "search", filter.search())
			.where(OF_ARTIST, "artist", filter.artist());
		return this.plans.read(filter.restriction(), () -> query.read(this.jdbc, range, this::release));
	}

	/// The releases of artists that the member follows, and of genres that the member has
	/// chosen, the newest first. The genres are read before, because the best plan
	/// depends on how frequent they are.
	Page<ReleaseView> of(AccountId me, PageRange range) {
		List<Genre> genres = this.interests.genresOf(me);
		KeysetQuery query = genres.isEmpty() ? releases(me).where(OF_FOLLOWED_ARTISTS)
				: releases(me).where("(release.genres && CAST(:genres AS text[]) OR %s)".formatted(OF_FOLLOWED_ARTISTS),
						"genres", genres.stream().map(Genre::name).toArray(String[]::new));
		return this.plans.read(genres, () -> query.read(this.jdbc, range, this::release));
	}

	/// The references of these requests, in the order of their owners. Requests without
	/// references are missing.
	Map<Long, List<ReleaseView>> references(AccountId me, Collection<Long> requests) {
		return this.jdbc.sql(REFERENCES)
			.param(ME, me.value())
			.param("requests", requests.toArray(Long[]::new))
			.query((row, number) -> Map.entry(row.getLong("request_id"), release(row, number)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
	}

	/// The artist that was stored last comes first.
	Page<ArtistView> artists(AccountId me, ReleaseFilter filter, boolean followedOnly, PageRange range) {
		KeysetQuery query = artists(me).where("artist.source = :source", "source", filter.sourceName())
			.where("artist.name ILIKE :search", "search", filter.search());
		KeysetQuery wanted = followedOnly ? query.where("followed.account_id IS NOT NULL") : query;
		return this.plans.read(filter.restriction(), () -> wanted.read(this.jdbc, range, ReleasePages::artist));
	}

	private KeysetQuery releases(AccountId me) {
		return KeysetQuery.of(RELEASES, "release.id")
			.orderedByTime("release.released_at")
			.with(ME, me.value())
			.where("release.released_at <= :now", "now", Timestamps.utc(this.clock.instant()));
	}

	private static KeysetQuery artists(AccountId me) {
		return KeysetQuery.of(ARTIST_ROWS, "artist.id").with(ME, me.value());
	}

	private ReleaseView release(ResultSet row, int number) throws SQLException {
		Instant releasedAt = Timestamps.instant(row, "released_at");
		ReleaseDate date = new ReleaseDate(releasedAt, ReleaseDate.Precision.valueOf(row.getString("date_precision")));
		String[] genres = (String[]) row.getArray("genres").getArray();
		return new ReleaseView(row.getLong("id"), MusicService.valueOf(row.getString("source")), row.getString("name"),
				row.getString("artist_credit"), row.getString("kind"), date.toString(), row.getString("url"),
				row.getString("cover_url"), Arrays.stream(genres).map(Genre::valueOf).toList(),
				this.json.readValue(row.getString("artists"), ARTISTS), releasedAt);
	}

	private static ArtistView artist(ResultSet row, int number) throws SQLException {
		return new ArtistView(row.getLong("id"), MusicService.valueOf(row.getString("source")), row.getString("name"),
				row.getString("url"), row.getBoolean("followed"));
	}

}
