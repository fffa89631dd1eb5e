package com.howsmytrack.releases;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.outbound.StandInHttp;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static com.howsmytrack.releases.Answers.LISTENBRAINZ_URL;
import static com.howsmytrack.releases.Answers.TOKEN_URL;
import static com.howsmytrack.releases.Answers.album;
import static com.howsmytrack.releases.Answers.albums;
import static com.howsmytrack.releases.Answers.browseUrl;
import static com.howsmytrack.releases.Answers.freshReleases;
import static com.howsmytrack.releases.Answers.release;
import static com.howsmytrack.releases.FetchFixture.NO_SPOTIFY;
import static com.howsmytrack.releases.FetchFixture.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class FetchNewReleasesTests {

	private final StandInServer server = new StandInServer(FetchFixture.HOSTS);

	@Autowired
	private Database database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private AdjustableClock clock;

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void storesAReleaseOfListenBrainz() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada & Bruno", 7, 8)));

		assertThat(listenBrainz().run()).isEqualTo(Map.of("releases", 1L, "sourcesFetched", 1L));

		assertThat(this.database.single(String.class, """
				SELECT concat_ws('|', source, external_id, name, artist_credit, kind, released_at AT TIME ZONE 'UTC',
					date_precision, url, cover_url, genres) FROM release""")).isEqualTo(
				"LISTENBRAINZ|00000000-0000-4000-8000-000000000001|Rain|Ada & Bruno|single|2026-02-27 00:00:00|DAY|"
						+ "https://listenbrainz.org/release/00000000-0000-4000-8000-000000000001|"
						+ "https://archive.org/download/mbid-00000000-0000-4000-8000-000000000001/"
						+ "mbid-00000000-0000-4000-8000-000000000001-40000000000_thumb250.jpg|{JAZZ}");
		assertThat(this.server.requests().getFirst().headers().get("user-agent")).contains("https://api.example");
	}

	/// Whether `Ada & Bruno` are two artists or a duo cannot be read from the text.
	@Test
	void keepsSeveralArtistsOfListenBrainzAsOne() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada & Bruno", 7, 8)));

		listenBrainz().run();

		assertThat(this.database.list(String.class, "SELECT external_id || ' ' || name FROM artist"))
			.containsExactly(Answers.mbid(7) + "+" + Answers.mbid(8) + " Ada & Bruno");
	}

	@Test
	void storesAReleaseOfSpotify() {
		this.server.on(TOKEN_URL, Answers.token("t1"))
			.on(browseUrl(0), albums(false, album("x1", "Rain", "2026-02", "a2", "a1")));

		assertThat(spotify().run()).isEqualTo(Map.of("releases", 1L, "sourcesFetched", 1L));

		assertThat(this.database.single(String.class,
				"""
						SELECT concat_ws('|', name, artist_credit, kind, date_precision, url, cover_url, genres) FROM release"""))
			.isEqualTo("Rain|Artist a2, Artist a1|album|MONTH|https://open.spotify.com/album/x1|"
					+ "https://i.scdn.co/image/ab300|{}");
		assertThat(artistsOf("x1")).containsExactly("a2", "a1");
	}

	@Test
	void storesTheSameReleaseOnce() {
		this.server.on(LISTENBRAINZ_URL,
				freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7), release(1, "Rain", "2026-02-27", "Ada", 7)));
		FetchFixture instance = listenBrainz();

		instance.run();
		instance.run();

		assertThat(this.database.count("release")).isOne();
		assertThat(this.database.count("artist")).isOne();
	}

	@Test
	void updatesChangedNamesAndArtists() {
		this.server.on(TOKEN_URL, Answers.token("t1"))
			.on(browseUrl(0), albums(false, album("x1", "Rain", "2026-02-27", "a1", "a2")),
					albums(false, album("x1", "Rain (Deluxe)", "2026-02-27", "a3", "a1")));
		FetchFixture instance = spotify();

		instance.run();
		this.clock.advance(Duration.ofMinutes(30));
		instance.run();

		assertThat(this.database.list(String.class, "SELECT name FROM release")).containsExactly("Rain (Deluxe)");
		assertThat(artistsOf("x1")).containsExactly("a3", "a1");
		assertThat(this.database.single(Boolean.class, "SELECT changed_at > first_seen_at FROM release")).isTrue();
	}

	@Test
	void updatesAChangedCover() {
		FetchFixture instance = listenBrainz();
		for (String cover : List.of("https://music.example/1", "https://music.example/2")) {
			instance.save(MusicService.SPOTIFY, List.of(withCover(cover)));
			assertThat(this.database.list(String.class, "SELECT cover_url FROM release")).containsExactly(cover);
		}

		instance.save(MusicService.SPOTIFY, List.of(withCover(null)));
		assertThat(this.database.count("release WHERE cover_url IS NULL")).isOne();
	}

	@Test
	void aKilledRunLeavesNothingThatTheNextOneDoesNotComplete() {
		this.server.on(TOKEN_URL, Answers.token("t1"))
			.on(browseUrl(0), albums(true, album("x1", "One", "2026-02-27", "a1")))
			.on(browseUrl(50), albums(false, album("x2", "Two", "2026-02-27", "a1")));

		for (int pieces = 0; pieces <= 2; pieces++) {
			spotify().runKilledAfter(pieces);
			assertThat(this.database.count("release")).isEqualTo(pieces);
			assertThat(spotify().state(MusicService.SPOTIFY).lastSuccessAt()).isNull();
		}
		assertThat(spotify().run()).isEqualTo(Map.of("releases", 2L, "sourcesFetched", 1L));

		assertThat(this.database.count("release")).isEqualTo(2);
		assertThat(this.database.count("artist")).isOne();
	}

	@Test
	void stopsBetweenTwoCalls() {
		this.server.on(TOKEN_URL, Answers.token("t1"))
			.on(browseUrl(0), albums(true, album("x1", "One", "2026-02-27", "a1")));
		FetchFixture instance = spotify();

		assertThat(instance.runStoppedAfter(1)).isEqualTo(Map.of("releases", 1L));

		assertThat(this.server.urls()).containsExactly(TOKEN_URL, browseUrl(0));
		assertThat(instance.state(MusicService.SPOTIFY).lastSuccessAt()).isNull();
	}

	@Test
	void keepsWhatDisappeared() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)), freshReleases());
		FetchFixture instance = listenBrainz();

		instance.run();
		this.clock.advance(Duration.ofMinutes(30));
		instance.run();

		assertThat(this.database.single(Boolean.class, "SELECT last_seen_at = first_seen_at FROM release")).isTrue();
	}

	@Test
	void aFetchWithoutAChangeIsNoChange() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)));
		FetchFixture instance = listenBrainz();

		instance.run();
		this.clock.advance(Duration.ofMinutes(30));
		instance.run();

		assertThat(this.database.list(Boolean.class, """
				SELECT changed_at = first_seen_at AND last_seen_at > first_seen_at FROM release
				UNION ALL SELECT changed_at = first_seen_at AND last_seen_at > first_seen_at FROM artist"""))
			.containsExactly(true, true);
	}

	@Test
	void aFetchWithoutAChangeWritesNoNewVersionOfAnArtistOfARelease() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)));
		FetchFixture instance = listenBrainz();
		instance.run();
		String version = this.database.single(String.class, "SELECT ctid::text FROM release_artist");

		instance.run();

		assertThat(this.database.single(String.class, "SELECT ctid::text FROM release_artist")).isEqualTo(version);
	}

	@Test
	void storesOneAlbumUnderTwoArtists() {
		this.server.on(TOKEN_URL, Answers.token("t1"))
			.on(browseUrl(0), albums(false, album("x1", "Rain", "2026-02-27", "a1"),
					album("x2", "Rain", "2026-02-27", "a2"), album("x1", "Rain", "2026-02-27", "a1", "a1")));

		spotify().run();

		assertThat(this.database.count("release")).isEqualTo(2);
		assertThat(this.database.count("release_artist")).isEqualTo(2);
	}

	@Test
	void storesUnusualNames() {
		List<String> names = List.of("", "ん".repeat(2000), "شتاء", "🌧️🎹", "a\u0000b", "half \ud83c");
		this.server.on(LISTENBRAINZ_URL,
				freshReleases(IntStream.range(0, names.size())
					.mapToObj(
							(number) -> release(number, names.get(number), "2026-02-27", names.get(number), number + 1))
					.toList()));

		assertThat(listenBrainz().run()).containsEntry("releases", (long) names.size());

		assertThat(this.database.list(String.class, "SELECT name FROM release ORDER BY external_id"))
			.containsExactly("", "ん".repeat(500), "شتاء", "🌧️🎹", "ab", "half");
	}

	@Test
	void skipsReleasesWithoutAValidIdOrDate() {
		this.server.on(LISTENBRAINZ_URL,
				freshReleases(release(1, "Year", "2026", "Ada", 7), release(2, "Month", "2026-01", "Ada", 7),
						release(3, "Unknown", "0000", "Ada", 7), release(4, "None", "", "Ada", 7),
						release(5, "Old", "2023-01-01", "Ada", 7), "{\"release_date\": \"2026-02-27\"}", "null", "[]",
						"7", "{\"release_mbid\": {\"a\": 1}, \"release_date\": [2026]}"));

		assertThat(listenBrainz().run()).containsEntry("releases", 2L).containsEntry("releasesSkipped", 8L);
	}

	@Test
	void storesTenThousandReleasesOfOneAnswer() {
		this.server.on(LISTENBRAINZ_URL,
				freshReleases(IntStream.rangeClosed(1, 10_000)
					.mapToObj((number) -> release(number, "Rain", "2026-02-27", "Ada", number % 3000 + 1))
					.toList()));

		assertThat(listenBrainz().run()).containsEntry("releases", 10_000L);

		assertThat(this.database.count("release")).isEqualTo(10_000);
		assertThat(this.database.count("artist")).isEqualTo(3000);
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("cut off", StandInAnswer.cutOff()), Arguments.of("HTML", StandInAnswer.html(200)),
				Arguments.of("a list", StandInAnswer.json("[]")),
				Arguments.of("another document", StandInAnswer.json("{\"payload\": {\"releases\": 7}}")),
				Arguments.of("nested deeply", StandInAnswer.json("{\"a\":".repeat(100_000))),
				Arguments.of("endless", StandInAnswer.endless("HTTP/1.1 200 OK\nContent-Type: application/json")),
				Arguments.of("endless headers", StandInAnswer.endlessHeaders()),
				Arguments.of("redirect elsewhere", StandInAnswer.redirect("https://elsewhere.example/")),
				Arguments.of("server error", StandInAnswer.html(502)),
				Arguments.of("not found", StandInAnswer.html(404)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void recordsAFaultKeepsTheReleasesAndRecovers(String name, StandInAnswer fault) {
		StandInAnswer well = freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7));
		this.server.on(LISTENBRAINZ_URL, well, fault, well);
		FetchFixture instance = listenBrainz();
		instance.run();

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));
		assertThat(instance.state(MusicService.LISTENBRAINZ)).satisfies((state) -> {
			assertThat(state.lastError()).isNotBlank();
			assertThat(state.failures()).isOne();
			assertThat(state.lastSuccessAt()).isEqualTo(AdjustableClock.NOON);
		});
		assertThat(this.database.count("release")).isOne();

		this.clock.advance(Duration.ofMinutes(15));
		assertThat(instance.run()).containsEntry("sourcesFetched", 1L);
		assertThat(instance.state(MusicService.LISTENBRAINZ).failures()).isZero();
	}

	static Stream<Arguments> slowAnswers() {
		return Stream.of(Arguments.of("nothing", freshReleases().after(new CountDownLatch(1))),
				Arguments.of("a byte now and then", StandInAnswer.dripping(Duration.ofMillis(20))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("slowAnswers")
	void givesUpASlowAnswer(String name, StandInAnswer slow) {
		this.server.on(LISTENBRAINZ_URL, slow);
		FetchFixture instance = new FetchFixture(
				StandInHttp.of(this.server, FetchFixture.HOSTS, Duration.ofMillis(300)), NO_SPOTIFY, true, this.jdbc,
				this.transactions, this.clock);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));
		assertThat(instance.state(MusicService.LISTENBRAINZ).lastError()).contains("TIMEOUT");
	}

	@Test
	void aSourceThatFailsOrRefusesDoesNotStopAnother() {
		this.server.on(TOKEN_URL, StandInAnswer.html(503), Answers.token("t1"))
			.on(browseUrl(0), Answers.error(403, "Forbidden"))
			.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)));
		FetchFixture instance = FetchFixture.of(this.server, SPOTIFY, true, this.jdbc, this.transactions, this.clock);

		assertThat(instance.run()).isEqualTo(Map.of("releases", 1L, "sourcesFailed", 1L, "sourcesFetched", 1L));
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(instance.run()).isEqualTo(Map.of("releases", 1L, "sourcesRefused", 1L, "sourcesFetched", 1L));
	}

	@Test
	void doublesThePauseAfterEachFailure() {
		this.server.on(LISTENBRAINZ_URL, StandInAnswer.html(500));
		FetchFixture instance = listenBrainz();

		for (int minutes : List.of(15, 30, 60)) {
			instance.run();
			this.clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
			assertThat(instance.run()).isEqualTo(Map.of("sourcesWaiting", 1L));
			this.clock.advance(Duration.ofSeconds(1));
		}

		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void allInstancesHonourARequestedPause() {
		this.server.on(LISTENBRAINZ_URL, StandInAnswer.retryAfter("7200"), freshReleases());

		assertThat(listenBrainz().run()).isEqualTo(Map.of("sourcesFailed", 1L));
		this.clock.advance(Duration.ofSeconds(7199));
		assertThat(listenBrainz().run()).isEqualTo(Map.of("sourcesWaiting", 1L));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(listenBrainz().run()).containsEntry("sourcesFetched", 1L);
	}

	@Test
	void honoursThePausesOfListenBrainzAndDates() {
		this.server.on(LISTENBRAINZ_URL,
				StandInAnswer.raw("HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset-In: 40\nContent-Length: 0",
						new byte[0]),
				StandInAnswer.retryAfter("Sun, 01 Mar 2026 13:00:40 GMT"), StandInAnswer.retryAfter("9999999999"));
		FetchFixture instance = listenBrainz();

		instance.run();
		assertThat(instance.state(MusicService.LISTENBRAINZ).nextTryAt()).isEqualTo("2026-03-01T12:00:40Z");
		this.clock.advance(Duration.ofSeconds(40));
		instance.run();
		assertThat(instance.state(MusicService.LISTENBRAINZ).nextTryAt()).isEqualTo("2026-03-01T13:00:40Z");
		this.clock.advance(Duration.ofHours(1));
		instance.run();
		assertThat(instance.state(MusicService.LISTENBRAINZ).nextTryAt()).as("a number without a meaning")
			.isEqualTo("2026-03-01T14:00:40Z");
	}

	/// The clock of the machine was a year ahead when the pause was stored.
	@Test
	void ignoresAPauseThatNoServiceCanHaveRequested() {
		this.server.on(LISTENBRAINZ_URL, StandInAnswer.retryAfter("60"), freshReleases());
		FetchFixture instance = listenBrainz();
		this.clock.advance(Duration.ofDays(365));
		instance.run();
		this.clock.advance(Duration.ofDays(-365));

		assertThat(instance.run()).containsEntry("sourcesFetched", 1L);
	}

	/// Set back, the clock neither makes a release older nor stops the job.
	@Test
	void aClockThatIsSetBackDoesNotMakeAReleaseOlder() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)));
		FetchFixture instance = listenBrainz();
		instance.run();
		this.clock.advance(Duration.ofDays(-1));

		assertThat(instance.run()).isEqualTo(Map.of("releases", 1L, "sourcesFetched", 1L));

		assertThat(this.database.single(Boolean.class, "SELECT last_seen_at = first_seen_at FROM release")).isTrue();
	}

	@Test
	void deletesReleasesAfterTheRetention() {
		this.server.on(LISTENBRAINZ_URL, freshReleases(release(1, "Rain", "2026-02-27", "Ada", 7)), freshReleases());
		FetchFixture instance = listenBrainz();
		instance.run();

		this.clock.advance(Duration.ofDays(727));
		assertThat(instance.run()).doesNotContainKey("releasesDeleted");
		this.clock.advance(Duration.ofDays(2));
		assertThat(instance.run()).containsEntry("releasesDeleted", 1L);
		this.clock.advance(Duration.ofDays(2));
		instance.run();

		assertThat(this.database.count("release")).isZero();
		assertThat(this.database.count("artist")).isZero();
	}

	@Test
	void callsNobodyWhileOutboundCallsAreOff() {
		FetchFixture instance = new FetchFixture(StandInHttp.switchedOff(this.server), SPOTIFY, true, this.jdbc,
				this.transactions, this.clock);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesSwitchedOff", 2L));

		assertThat(this.server.requests()).isEmpty();
		assertThat(this.database.count("release_source")).isZero();
	}

	@Test
	void callsOnlyEnabledSources() {
		FetchFixture instance = FetchFixture.of(this.server, NO_SPOTIFY, false, this.jdbc, this.transactions,
				this.clock);

		assertThat(instance.run()).isEmpty();

		assertThat(this.server.requests()).isEmpty();
	}

	private FetchFixture listenBrainz() {
		return FetchFixture.of(this.server, NO_SPOTIFY, true, this.jdbc, this.transactions, this.clock);
	}

	private FetchFixture spotify() {
		return FetchFixture.of(this.server, SPOTIFY, false, this.jdbc, this.transactions, this.clock);
	}

	private List<String> artistsOf(String release) {
		return this.database.list(String.class, """
				SELECT artist.external_id FROM release JOIN release_artist ON release_id = release.id
				JOIN artist ON artist.id = artist_id WHERE release.external_id = ? ORDER BY position""", release);
	}

	private static FetchedRelease withCover(@Nullable String cover) {
		return new FetchedRelease("x1", "Rain", "Ada", null, ReleaseDate.parse("2026-02-27").orElseThrow(),
				"https://open.spotify.com/album/x1", cover, Set.of(), List.of(ReleaseScenario.ADA));
	}

}
