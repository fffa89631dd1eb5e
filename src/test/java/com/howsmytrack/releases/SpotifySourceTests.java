package com.howsmytrack.releases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.howsmytrack.outbound.StandInAnswer;
import com.howsmytrack.outbound.StandInServer;
import com.howsmytrack.releases.ReleaseSettings.Spotify;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.Races;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static com.howsmytrack.releases.Answers.TOKEN_URL;
import static com.howsmytrack.releases.Answers.album;
import static com.howsmytrack.releases.Answers.albums;
import static com.howsmytrack.releases.Answers.browseUrl;
import static com.howsmytrack.releases.Answers.error;
import static com.howsmytrack.releases.Answers.searchUrl;
import static com.howsmytrack.releases.Answers.token;
import static com.howsmytrack.releases.FetchFixture.SPOTIFY;
import static com.howsmytrack.releases.FetchFixture.SPOTIFY_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class SpotifySourceTests {

	private static final String QUOTA_EXCEEDED = "{\"error\": {\"status\": 429, \"message\": \"Too many requests\", "
			+ "\"reason\": \"QUOTA_EXCEEDED\"}}";

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
	void signsInWithTheCredentialsOfTheApp() {
		this.server.on(TOKEN_URL, token("t1")).on(browseUrl(0), albums(false));

		instance(SPOTIFY).run();

		assertThat(this.server.requests()).satisfiesExactly((tokenRequest) -> {
			assertThat(tokenRequest.method()).isEqualTo("POST");
			assertThat(tokenRequest.headers()).containsEntry("authorization", "Basic Y2xpZW50OnNlY3JldA==");
			assertThat(tokenRequest.headers().get("content-type")).startsWith("application/x-www-form-urlencoded");
			assertThat(tokenRequest.body()).isEqualTo("grant_type=client_credentials");
		}, (call) -> assertThat(call.headers()).containsEntry("authorization", "Bearer t1"));
	}

	@Test
	void readsPageByPageAtItsOwnAddresses() {
		this.server.on(TOKEN_URL, token("t1"))
			.on(browseUrl(0), albums(true, album("x1", "One", "2026-02-27", "a1")))
			.on(browseUrl(50), albums(true, album("x2", "Two", "2026-02-27", "a1")))
			.on(browseUrl(100), albums(false, album("x3", "Three", "2026-02-27", "a1")));

		assertThat(instance(SPOTIFY).run()).containsEntry("releases", 3L);

		assertThat(this.server.urls()).containsExactly(TOKEN_URL, browseUrl(0), browseUrl(50), browseUrl(100));
	}

	@Test
	void readsAtMostTheConfiguredPages() {
		this.server.on(TOKEN_URL, token("t1"));
		for (int offset = 0; offset <= 1000; offset += 10) {
			this.server.on(searchUrl(offset), albums(true, album("x" + offset, "Rain", "2026-02-27", "a1")));
		}

		assertThat(instance(SPOTIFY_SEARCH).run()).containsEntry("releases", 20L);

		assertThat(this.server.urls()).hasSize(21).endsWith(searchUrl(190));
	}

	/// Two fetches an hour, for a day.
	@Test
	void requestsOneTokenAnHour() {
		this.server.on(TOKEN_URL, token("t1")).on(browseUrl(0), albums(false));
		FetchFixture instance = instance(SPOTIFY);

		for (int half = 0; half < 48; half++) {
			instance.run();
			this.clock.advance(Duration.ofMinutes(30));
		}

		assertThat(Collections.frequency(this.server.urls(), TOKEN_URL)).isEqualTo(24);
		assertThat(Collections.frequency(this.server.urls(), browseUrl(0))).isEqualTo(48);
	}

	@Test
	void replacesATokenInItsLastMinute() {
		this.server.on(TOKEN_URL, token("t1"), token("t2"));
		SpotifyTokens tokens = instance(SPOTIFY).tokens();

		assertThat(tokens.get()).isEqualTo("t1");
		this.clock.advance(Duration.ofSeconds(3539));
		assertThat(tokens.get()).isEqualTo("t1");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(tokens.get()).isEqualTo("t2");
	}

	@Test
	void threadsShareOneTokenRequest() {
		this.server.on(TOKEN_URL, token("t1"), token("t2"));
		SpotifyTokens tokens = instance(SPOTIFY).tokens();

		assertThat(Races.run(Collections.<Callable<String>>nCopies(20, tokens::get))).containsOnly("t1");

		assertThat(this.server.urls()).containsExactly(TOKEN_URL);
	}

	@Test
	void replacesAnExpiredTokenOnceAndRepeatsTheCall() {
		this.server.on(TOKEN_URL, token("t1"), token("t2"))
			.on(browseUrl(0), error(401, "The access token expired"),
					albums(false, album("x1", "Rain", "2026-02-27", "a1")));

		assertThat(instance(SPOTIFY).run()).containsEntry("releases", 1L);

		assertThat(this.server.urls()).containsExactly(TOKEN_URL, browseUrl(0), TOKEN_URL, browseUrl(0));
		assertThat(this.server.requests().getLast().headers()).containsEntry("authorization", "Bearer t2");
	}

	@Test
	void givesUpIfTheNewTokenIsRejectedToo() {
		this.server.on(TOKEN_URL, token("t1")).on(browseUrl(0), error(401, "The access token expired"));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));

		assertThat(instance.state(MusicService.SPOTIFY).lastError())
			.isEqualTo("Spotify answered 401: The access token expired");
		assertThat(this.server.urls()).hasSize(4);
	}

	@Test
	void saysOnceThatTheAppNeedsExtendedQuota(CapturedOutput output) {
		this.server.on(TOKEN_URL, token("t1")).on(browseUrl(0), error(403, "Forbidden"));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesRefused", 1L));
		assertThat(instance.run()).isEqualTo(Map.of("sourcesWaiting", 1L));
		this.clock.advance(Duration.ofHours(24));
		assertThat(instance.run()).isEqualTo(Map.of("sourcesRefused", 1L));

		String message = "Spotify answered 403: Forbidden. The list of new releases needs an app with extended quota. "
				+ "SPOTIFY_LIST=SEARCH uses the search instead";
		assertThat(instance.state(MusicService.SPOTIFY).lastError()).isEqualTo(message);
		assertThat(output.toString()).containsOnlyOnce(message);
	}

	@Test
	void honoursThePauseAndKeepsThePagesBefore() {
		this.server.on(TOKEN_URL, token("t1"))
			.on(browseUrl(0), albums(true, album("x1", "One", "2026-02-27", "a1")))
			.on(browseUrl(50), StandInAnswer.raw(
					"HTTP/1.1 429 Too Many Requests\nRetry-After: 36000\nContent-Length: " + QUOTA_EXCEEDED.length(),
					QUOTA_EXCEEDED.getBytes(StandardCharsets.UTF_8)));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("releases", 1L, "sourcesFailed", 1L));

		assertThat(instance.state(MusicService.SPOTIFY).nextTryAt()).isEqualTo("2026-03-01T22:00:00Z");
		assertThat(this.database.count("release")).isOne();
	}

	static Stream<Arguments> tooManyCalls() {
		return Stream.of(Arguments.of("", "Spotify got too many calls (429)"),
				Arguments.of(QUOTA_EXCEEDED, "Spotify got too many calls (429: Too many requests, QUOTA_EXCEEDED)"));
	}

	@ParameterizedTest
	@MethodSource("tooManyCalls")
	void honoursAPauseOfHours(String body, String message) {
		StandInAnswer answer = StandInAnswer.raw(
				"HTTP/1.1 429 Too Many Requests\nRetry-After: 36000\nContent-Length: " + body.length(),
				body.getBytes(StandardCharsets.UTF_8));
		for (FetchFixture instance : List.of(instance(SPOTIFY), instance(SPOTIFY_SEARCH))) {
			this.server.on(TOKEN_URL, token("t1")).on(browseUrl(0), answer).on(searchUrl(0), answer);

			assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));

			assertThat(instance.state(MusicService.SPOTIFY)).satisfies((state) -> {
				assertThat(state.lastError()).isEqualTo(message);
				assertThat(state.nextTryAt()).isEqualTo(this.clock.instant().plusSeconds(36_000));
			});
			this.clock.advance(Duration.ofHours(10));
		}
	}

	static Stream<Arguments> faultsOfTheTokenEndpoint() {
		return Stream.of(Arguments.of("server error", StandInAnswer.html(503)),
				Arguments.of("no answer", (StandInAnswer) (out) -> {
				}), Arguments.of("cut off", StandInAnswer.cutOff()), Arguments.of("HTML", StandInAnswer.html(200)),
				Arguments.of("endless", StandInAnswer.endless("HTTP/1.1 200 OK\nContent-Type: application/json")),
				Arguments.of("redirect elsewhere", StandInAnswer.redirect("https://elsewhere.example/")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faultsOfTheTokenEndpoint")
	void recordsAFaultOfTheTokenEndpointAndRecovers(String name, StandInAnswer fault) {
		this.server.on(TOKEN_URL, fault, token("t1"))
			.on(browseUrl(0), albums(false, album("x1", "Rain", "2026-02-27", "a1")));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));
		assertThat(instance.state(MusicService.SPOTIFY).lastError()).isNotBlank();
		assertThat(this.server.urls()).containsExactly(TOKEN_URL);

		this.clock.advance(Duration.ofMinutes(15));
		assertThat(instance.run()).isEqualTo(Map.of("releases", 1L, "sourcesFetched", 1L));
	}

	@Test
	void honoursAPauseOfTheTokenEndpoint() {
		this.server.on(TOKEN_URL, StandInAnswer.retryAfter("7200"));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFailed", 1L));

		assertThat(instance.state(MusicService.SPOTIFY).nextTryAt()).isEqualTo("2026-03-01T14:00:00Z");
	}

	/// The clock was a year ahead when the token was requested, so it seems to be valid
	/// for
	/// a year.
	@Test
	void replacesATokenThatHasExpiredSinceTheClockWasSetBack() {
		this.server.on(TOKEN_URL, token("t1"), token("t2"))
			.on(browseUrl(0), albums(false), error(401, "The access token expired"), albums(false));
		FetchFixture instance = instance(SPOTIFY);
		this.clock.advance(Duration.ofDays(365));
		instance.run();
		this.clock.advance(Duration.ofDays(-365));

		assertThat(instance.run()).isEqualTo(Map.of("sourcesFetched", 1L));

		assertThat(this.server.requests().getLast().headers()).containsEntry("authorization", "Bearer t2");
	}

	@Test
	void saysThatTheCredentialsAreWrong() {
		this.server.on(TOKEN_URL,
				StandInAnswer.of(400, "application/json",
						"{\"error\":\"invalid_client\",\"error_description\":\"Invalid client\"}"
							.getBytes(StandardCharsets.UTF_8)));
		FetchFixture instance = instance(SPOTIFY);

		assertThat(instance.run()).isEqualTo(Map.of("sourcesRefused", 1L));

		assertThat(instance.state(MusicService.SPOTIFY).lastError()).isEqualTo(
				"Spotify gives no token (400: invalid_client). Check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET");
	}

	@Test
	void rejectsTextsThatAreNoTokens() {
		for (String value : List.of("", "a\\r\\nHost: evil.example", "é")) {
			this.server.on(TOKEN_URL, token(value));

			assertThat(instance(SPOTIFY).run()).as(value).isEqualTo(Map.of("sourcesFailed", 1L));
			this.clock.advance(Duration.ofDays(1));
		}
		assertThat(this.server.urls()).containsOnly(TOKEN_URL);
	}

	@Test
	void writesNoSecretToTheLog(CapturedOutput output) {
		this.server.on(TOKEN_URL, token("t0ken-value")).on(browseUrl(0), StandInAnswer.html(500));

		instance(SPOTIFY).run();

		assertThat(output.toString()).contains("Spotify answered 500")
			.doesNotContain("t0ken-value", "Y2xpZW50OnNlY3JldA");
	}

	private FetchFixture instance(Spotify settings) {
		return FetchFixture.of(this.server, settings, false, this.jdbc, this.transactions, this.clock);
	}

}
