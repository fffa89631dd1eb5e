package com.howsmytrack.releases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static com.howsmytrack.releases.ReleaseScenario.ADA;
import static com.howsmytrack.releases.ReleaseScenario.BRUNO;
import static com.howsmytrack.releases.ReleaseScenario.release;
import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ReleaseApiTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private ReleaseStore store;

	@Autowired
	private TransactionOperations transactions;

	private Browser member;

	@BeforeEach
	void threeReleasesAreOut() {
		save(MusicService.SPOTIFY, release("Rain", "2026-02-20", Set.of(Genre.JAZZ), ADA, BRUNO),
				release("Snow", "2026-02-21", Set.of(Genre.POP, Genre.JAZZ), BRUNO),
				release("Soon", "2026-04-01", Set.of(Genre.POP), ADA));
		save(MusicService.LISTENBRAINZ, release("Fog 100%", "2026-02", Set.of(), ADA));
		this.member = this.api.member("cy");
	}

	@Test
	void listsTheReleasesThatAreOutNewestFirst() {
		assertThat(names("newReleases", "")).containsExactly("Snow", "Rain", "Fog 100%");
	}

	@Test
	void filtersByGenreSourceTextAndArtist() {
		assertThat(names("newReleases", "(genre: JAZZ)")).containsExactly("Snow", "Rain");
		assertThat(names("newReleases", "(source: LISTENBRAINZ)")).containsExactly("Fog 100%");
		assertThat(names("newReleases", "(search: \"RAI\")")).containsExactly("Rain");
		assertThat(names("newReleases", "(search: \"credit of s\")")).containsExactly("Snow");
		assertThat(names("newReleases", "(search: \"100%\")")).containsExactly("Fog 100%");
		assertThat(names("newReleases", "(artistId: \"%d\")".formatted(artist("Bruno")))).containsExactly("Snow",
				"Rain");
		assertThat(names("newReleases", "(genre: POP, artistId: \"x\")")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ab", "%%%", "🌧🌧🌧" })
	void rejectsATextThatNoIndexFinds(String search) {
		assertThat(this.member.run("{ newReleases(search: \"%s\") { edges { node { id } } } }".formatted(search))
			.<String>error("[0].extensions.code")).isEqualTo("INVALID_RELEASE_SEARCH");
	}

	@Test
	void pagesWithoutGapsOrRepetitions() {
		save(MusicService.SPOTIFY,
				IntStream.range(0, 7)
					.mapToObj((number) -> release("Same day " + number, "2026-02-25", Set.of(), ADA))
					.toArray(FetchedRelease[]::new));

		Answer first = this.member.run("{ newReleases(first: 4) { edges { node { name } } pageInfo { endCursor } } }");
		Answer second = this.member.run("{ newReleases(first: 10, after: \"%s\") { edges { node { name } } } }"
			.formatted(first.<String>at("newReleases.pageInfo.endCursor")));

		List<String> all = new ArrayList<>(first.<List<String>>at("newReleases.edges[*].node.name"));
		all.addAll(second.<List<String>>at("newReleases.edges[*].node.name"));
		assertThat(all).hasSize(10).doesNotHaveDuplicates();
	}

	@Test
	void readsOneReleaseAndOneArtist() {
		long release = idOf("Rain");

		this.member.run("""
				{ release(id: "%d") { name artistCredit kind releasedOn url coverUrl source genres
					artists { name url followed } }
				  artist(id: "%d") { name source url followed } }""".formatted(release, artist("Bruno")))
			.hasNoErrors()
			.with("release.releasedOn", "2026-02-20")
			.with("release.genres[0]", "JAZZ")
			.with("release.artists[0].name", "Ada")
			.with("release.artists[1].name", "Bruno")
			.with("release.artists[1].url", null)
			.with("artist.name", "Bruno")
			.with("artist.followed", false);
		this.member.run("{ release(id: \"0\") { id } artist(id: \"none\") { id } }")
			.hasNoErrors()
			.with("release", null)
			.with("artist", null);
	}

	@Test
	void showsReleasesOfFollowedArtistsAndChosenGenres() {
		assertThat(names("myReleases", "")).isEmpty();

		change("followArtist", "artistId: \"%d\"".formatted(artist("Bruno"))).succeeded("followArtist");
		assertThat(names("myReleases", "")).containsExactly("Snow", "Rain");

		change("chooseGenres", "genres: [POP, POP]").succeeded("chooseGenres");
		change("unfollowArtist", "artistId: \"%d\"".formatted(artist("Bruno"))).succeeded("unfollowArtist");
		assertThat(names("myReleases", "")).containsExactly("Snow");
		this.member.run("{ chosenGenres }").with("chosenGenres[0]", "POP").with("chosenGenres.length()", 1);

		change("chooseGenres", "genres: []").succeeded("chooseGenres");
		assertThat(names("myReleases", "")).isEmpty();
	}

	@Test
	void whatAMemberFollowsIsNotThatOfOthers() {
		change("followArtist", "artistId: \"%d\"".formatted(artist("Bruno"))).succeeded("followArtist");

		assertThat(names("artists", "(followed: true)")).containsExactly("Bruno");
		this.member = this.api.member("dora");
		assertThat(names("artists", "(followed: true)")).isEmpty();
		assertThat(names("myReleases", "")).isEmpty();
	}

	@Test
	void refusesAnUnknownArtist() {
		change("followArtist", "artistId: \"0\"").with("followArtist.success", false)
			.with("followArtist.userErrors[0].code", "UNKNOWN_ARTIST");
	}

	@Test
	void refusesMoreArtistsThanAMemberCanFollow() {
		this.database.update("""
				INSERT INTO artist (source, external_id, name, first_seen_at, last_seen_at, changed_at)
				SELECT 'SPOTIFY', 'more' || n, 'More', now(), now(), now() FROM generate_series(1, 500) AS n""");
		this.database.update("""
				INSERT INTO followed_artist SELECT account.id, artist.id, now() FROM account, artist
				WHERE artist.name = 'More'""");

		change("followArtist", "artistId: \"%d\"".formatted(artist("Bruno"))).with("followArtist.success", false)
			.with("followArtist.userErrors[0].code", "TOO_MANY_ARTISTS");
		change("followArtist",
				"artistId: \"%d\""
					.formatted(this.database.single(Long.class, "SELECT min(id) FROM artist WHERE name = 'More'")))
			.succeeded("followArtist");
	}

	@Test
	void exportsAndDeletesWhatAMemberFollows() {
		change("followArtist", "artistId: \"%d\"".formatted(artist("Bruno"))).succeeded("followArtist");
		change("chooseGenres", "genres: [JAZZ]").succeeded("chooseGenres");

		this.member.run("{ exportMyData }")
			.with("exportMyData.releases.followedArtists[0].name", "Bruno")
			.with("exportMyData.releases.genres[0]", "JAZZ");
		AccountScenario.deleteAccount(this.member, Api.PASSWORD).succeeded("deleteAccount");
		assertThat(this.database.count("followed_artist") + this.database.count("chosen_genre")).isZero();
	}

	@Test
	void findsNoAnnouncementByItsId() {
		this.member.run("{ release(id: \"%d\") { id } }".formatted(idOf("Soon"))).hasNoErrors().with("release", null);
	}

	@Test
	void readsTheArtistsOfAReleaseWhosePositionsHaveAGap() {
		this.database.update("UPDATE release_artist SET position = 4 WHERE position = 2");
		long release = idOf("Rain");

		assertThat(this.member.run("{ release(id: \"%d\") { artists { name } } }".formatted(release))
			.hasNoErrors()
			.<List<String>>at("release.artists[*].name")).containsExactly("Ada", "Bruno");
	}

	@Test
	void findsArtistsByTextAndSource() {
		assertThat(names("artists", "(search: \"ADA\")")).containsExactly("Ada", "Ada");
		assertThat(names("artists", "(search: \"ada\", source: LISTENBRAINZ)")).containsExactly("Ada");
		assertThat(names("artists", "(search: \"nobody\")")).isEmpty();
	}

	@Test
	void readsAPageInOneStatement() {
		assertThat(statements(() -> names("newReleases", ""))).hasSize(1);
		assertThat(statements(() -> names("newReleases", "(genre: JAZZ, search: \"rain\")"))).hasSize(1);
		assertThat(statements(() -> names("artists", "(followed: true)"))).hasSize(1);
		assertThat(statements(() -> names("myReleases", ""))).as("the chosen genres, and the releases").hasSize(2);
	}

	@Test
	void readsOneReleaseOrArtistInTwoStatements() {
		long release = idOf("Rain");
		long artist = artist("Bruno");

		assertThat(statements(
				() -> this.member.run("{ release(id: \"%d\") { name artists { name followed } } }".formatted(release))))
			.hasSize(2);
		assertThat(statements(() -> this.member.run("{ artist(id: \"%d\") { name followed } }".formatted(artist))))
			.hasSize(2);
	}

	/// Without the statement that makes PostgreSQL plan for the values.
	private static List<String> statements(Supplier<?> work) {
		return Statements.of(work).stream().filter((statement) -> !statement.startsWith("SET LOCAL")).toList();
	}

	private List<String> names(String list, String arguments) {
		return this.member.run("{ %s%s { edges { node { name } } } }".formatted(list, arguments))
			.hasNoErrors()
			.at(list + ".edges[*].node.name");
	}

	private Answer change(String mutation, String arguments) {
		return this.member.run("mutation { %s(%s) { success error userErrors { code message argument } } }"
			.formatted(mutation, arguments));
	}

	private long idOf(String name) {
		return this.database.single(Long.class, "SELECT id FROM release WHERE name = ?", name);
	}

	private long artist(String name) {
		return this.database.single(Long.class, "SELECT id FROM artist WHERE name = ? AND source = 'SPOTIFY'", name);
	}

	private void save(MusicService service, FetchedRelease... releases) {
		this.transactions
			.executeWithoutResult((_) -> assertThat(this.store.save(service, List.of(releases))).isPositive());
	}

}
