package com.howsmytrack.releases;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// No list reads a whole table, however few rows its filter selects.
@WholeApplication
class ReleasePlanTests {

	private static final String NEWEST = "release_newest";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private QueryPlans plans;

	private Browser member;

	/// One release of a thousand is of the genre jazz, one is of ListenBrainz, and one
	/// has
	/// a rare name.
	@BeforeEach
	void insertManyRows() {
		this.database.update("""
				INSERT INTO artist (source, external_id, name, first_seen_at, last_seen_at, changed_at)
				SELECT CASE WHEN number % 1000 = 2 THEN 'LISTENBRAINZ' ELSE 'SPOTIFY' END, number,
					CASE WHEN number % 1000 = 3 THEN 'Needle' ELSE 'Common Artist' END, now(), now(), now()
				FROM generate_series(1, 10000) AS number""");
		this.database.update("""
				INSERT INTO release (source, external_id, name, artist_credit, released_at, date_precision, url, genres,
					first_seen_at, last_seen_at, changed_at)
				SELECT source, external_id, 'Release', name, timestamptz '2026-02-28Z' - id % 500 * interval '1 day',
					'DAY', 'https://music.example/', CASE WHEN external_id::int % 1000 = 1 THEN ARRAY['JAZZ']
						WHEN id % 4 = 0 THEN ARRAY['POP'] ELSE '{}' END, now(), now(), now()
				FROM artist""");
		this.database.update("""
				INSERT INTO release_artist (release_id, artist_id, position)
				SELECT release.id, artist.id, 1 FROM release JOIN artist USING (source, external_id)""");
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'member' || number || '@example.com', '', now() FROM generate_series(1, 1000) AS number""");
		this.database.update("""
				INSERT INTO followed_artist (account_id, artist_id, followed_at)
				SELECT account.id, artist.id, now() FROM account
				JOIN artist ON artist.external_id::bigint % 1000 = account.id % 1000""");
		this.member = this.api.member("ada");
		this.database.update("VACUUM ANALYZE artist, release, release_artist, followed_artist");
	}

	@Test
	void findsRareReleasesByAnIndex() {
		assertThat(indexes("newReleases(genre: JAZZ)")).contains("release_genres").doesNotContain(NEWEST);
		assertThat(indexes("newReleases(source: LISTENBRAINZ)")).contains("release_one_per_source_and_id")
			.doesNotContain(NEWEST);
		assertThat(indexes("newReleases(search: \"needle\")")).contains("release_trigrams").doesNotContain(NEWEST);
		assertThat(indexes("newReleases(artistId: \"%d\")".formatted(anArtist()))).contains("release_artist_artist")
			.doesNotContain(NEWEST);
		assertThat(indexes("newReleases(genre: HIPHOP)")).contains("release_genres").doesNotContain(NEWEST);
	}

	@Test
	void readsTheNewestOfFrequentReleases() {
		assertThat(indexes("newReleases")).contains(NEWEST);
		assertThat(indexes("newReleases(genre: POP)")).contains(NEWEST);
		assertThat(indexes("newReleases(source: SPOTIFY)")).contains(NEWEST);
		assertThat(indexes("newReleases(search: \"common\")")).contains(NEWEST);
	}

	@Test
	void findsArtistsByAnIndex() {
		follow();

		assertThat(indexes("artists(search: \"needle\")")).contains("artist_trigrams");
		assertThat(indexes("artists(source: LISTENBRAINZ)")).contains("artist_one_per_source_and_id");
		assertThat(indexes("artists(followed: true)")).anyMatch((index) -> index.startsWith("followed_artist_"));
	}

	/// A member who follows one artist, and one who has chosen nothing, read no release
	/// of
	/// others.
	@Test
	void findsTheReleasesOfAMemberByTheirArtistsAndGenres() {
		assertThat(indexes("myReleases")).doesNotContain(NEWEST);

		follow();
		assertThat(indexes("myReleases")).contains("release_artist_artist", "release_pkey").doesNotContain(NEWEST);

		choose("JAZZ");
		assertThat(indexes("myReleases")).contains("release_artist_artist", "release_pkey", "release_genres")
			.doesNotContain(NEWEST);

		choose("POP");
		assertThat(indexes("myReleases")).contains(NEWEST);
	}

	/// Otherwise PostgreSQL could use one plan for all values after five executions.
	@Test
	void plansEachFilterForItsValue() {
		List<String> filtered = List.of("newReleases(genre: JAZZ)", "newReleases(source: SPOTIFY)",
				"newReleases(search: \"needle\")", "newReleases(artistId: \"1\")", "artists(source: SPOTIFY)",
				"artists(search: \"needle\")", "myReleases");

		assertThat(filtered).allSatisfy((list) -> assertThat(Statements.of(read(list)))
			.anyMatch((statement) -> statement.contains("force_custom_plan")));
		assertThat(Statements.of(read("newReleases"))).hasSize(1);
	}

	@Test
	void theRestApiKeepsItsPlan() {
		assertThat(this.plans.fullScans(this::artistsOfTheNewestReleases)).isEmpty();
		assertThat(this.plans.indexes(this::artistsOfTheNewestReleases)).contains(NEWEST);
		assertThat(this.plans.withCustomPlans(this::artistsOfTheNewestReleases)).isEmpty();
	}

	private HttpResponse<String> artistsOfTheNewestReleases() {
		return this.api.send(HttpRequest.newBuilder(this.api.uri("/api/artists?release_limit=50")).build());
	}

	private List<String> indexes(String list) {
		assertThat(this.plans.fullScans(read(list))).as(list).isEmpty();
		return this.plans.indexes(read(list));
	}

	private Supplier<?> read(String list) {
		return () -> this.member.run("{ %s { edges { node { id name } } } }".formatted(list)).hasNoErrors();
	}

	private void follow() {
		this.member.run("mutation { followArtist(artistId: \"%d\") { success } }".formatted(anArtist()))
			.with("followArtist.success", true);
	}

	private void choose(String genre) {
		this.member.run("mutation { chooseGenres(genres: [%s]) { success } }".formatted(genre))
			.with("chooseGenres.success", true);
	}

	private long anArtist() {
		return this.database.single(Long.class, "SELECT max(id) FROM artist");
	}

}
