package com.howsmytrack.releases;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.howsmytrack.releases.FetchedRelease.Artist;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.QueryPlans;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ArtistsApiTests {

	private static final Artist ADA = new Artist("a1", "Ada", "https://open.spotify.com/artist/a1");

	private static final Artist BRUNO = new Artist("a2", "Bruno", null);

	private final OpenApiDocument document = new OpenApiDocument();

	@Autowired
	private Api api;

	@Autowired
	private ReleaseStore store;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private QueryPlans plans;

	@ParameterizedTest
	@ValueSource(strings = { "/api/artists", "/api/artists/" })
	void listsTheArtistsOfTheNewestReleasesEachOnce(String path) {
		save(release("r1", "2026-02-01", BRUNO), release("r2", "2026-02-27", ADA, BRUNO),
				release("r3", "2026-02-10", ADA));

		JsonNode artists = body(get(path)).path("artists");

		assertThat(artists.valueStream().map((artist) -> artist.path("name").stringValue())).containsExactly("Ada",
				"Bruno");
		assertThat(names(artists.get(0))).containsExactly("r2", "r3");
		assertThat(names(artists.get(1))).containsExactly("r2", "r1");
	}

	@Test
	void answersAsTheDocumentSays() {
		save(release("r1", "2026-02-01", ADA), release("r2", "2026-02", BRUNO), release("r3", "2026", ADA));

		HttpResponse<String> answer = get("/api/artists");

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(this.document.violations(200, "application/json", body(answer))).isEmpty();
		JsonNode headers = this.document.response(200).path("headers");
		for (String name : List.of("ETag", "Cache-Control", "Last-Modified")) {
			assertThat(this.document.violations(headers.path(name).path("schema"),
					StringNode.valueOf(answer.headers().firstValue(name).orElseThrow())))
				.as(name)
				.isEmpty();
		}
	}

	/// The check must be able to fail.
	@Test
	void theDocumentRejectsOtherShapes() {
		JsonNode other = Api.JSON.readTree(
				"""
						{"artists": [{"id": 7, "source": "CASSETTE", "name": "Ada", "url": "ada", "releases": []}], "more": 1}""");

		assertThat(this.document.violations(200, "application/json", other)).hasSizeGreaterThanOrEqualTo(6);
	}

	@Test
	void limitsTheReleases() {
		save(IntStream.rangeClosed(1, 60)
			.mapToObj((number) -> release("r" + number, "2026-02-01", new Artist("a" + number, "Ada", null)))
			.toArray(FetchedRelease[]::new));

		assertThat(body(get("/api/artists")).path("artists")).hasSize(20);
		assertThat(body(get("/api/artists/?release_limit=10")).path("artists")).hasSize(10);
		assertThat(body(get("/api/artists?release_limit=50")).path("artists")).hasSize(50);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "51", "-1", "1.5", "ten", "010", "1%000", "99999999999999999999",
			"5&release_limit=6" })
	void rejectsABadLimitWithAProblem(String limit) {
		HttpResponse<String> answer = get("/api/artists?release_limit=" + limit);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(this.document.violations(400, "application/problem+json", body(answer))).isEmpty();
	}

	@Test
	void answersAnEmptyListIfThereAreNoReleases() {
		HttpResponse<String> answer = get("/api/artists");

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(this.document.violations(200, "application/json", body(answer))).isEmpty();
		assertThat(answer.body()).isEqualTo("{\"artists\":[],\"nextFetchAt\":null}");
	}

	@Test
	void answers304ToTheSameEntityTagUntilSomethingChanges() {
		save(release("r1", "2026-02-01", ADA));
		String tag = get("/api/artists").headers().firstValue("ETag").orElseThrow();

		assertThat(conditional("If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(conditional("If-None-Match", tag).body()).isEmpty();

		this.clock.advance(Duration.ofMinutes(30));
		save(release("r2", "2026-02-02", ADA));
		assertThat(conditional("If-None-Match", tag).statusCode()).isEqualTo(200);
		assertThat(get("/api/artists").headers().firstValue("Last-Modified"))
			.contains("Sun, 1 Mar 2026 12:30:00 GMT".replace(" 1 ", " 01 "));
	}

	@Test
	void answers304UntilTheLastChange() {
		save(release("r1", "2026-02-01", ADA));
		HttpResponse<String> answer = get("/api/artists");
		String changed = answer.headers().firstValue("Last-Modified").orElseThrow();

		HttpResponse<String> unchanged = conditional("If-Modified-Since", changed);
		assertThat(unchanged.statusCode()).isEqualTo(304);
		assertThat(unchanged.headers().firstValue("ETag")).isEqualTo(answer.headers().firstValue("ETag"));
		assertThat(unchanged.headers().firstValue("Cache-Control")).contains("max-age=60, public");

		this.clock.advance(Duration.ofMinutes(30));
		save(release("r1", "2026-02-01", BRUNO));
		assertThat(conditional("If-Modified-Since", changed).statusCode()).isEqualTo(200);
	}

	@Test
	void answersHeadWithoutABody() {
		save(release("r1", "2026-02-01", ADA));

		HttpResponse<String> answer = this.api
			.send(HttpRequest.newBuilder(this.api.uri("/api/artists")).HEAD().build());

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.headers().firstValue("ETag")).isEqualTo(get("/api/artists").headers().firstValue("ETag"));
	}

	@Test
	void leavesOutAnnouncements() {
		save(release("r1", "2026-03-02", ADA), release("r2", "9999-12-31", BRUNO));
		assertThat(body(get("/api/artists")).path("artists")).isEmpty();

		this.clock.advance(Duration.ofDays(1));
		assertThat(body(get("/api/artists")).path("artists")).hasSize(1);
	}

	@Test
	void acceptsWhateverTheCallerAccepts() {
		HttpResponse<String> answer = this.api
			.send(HttpRequest.newBuilder(this.api.uri("/api/artists")).header("Accept", "text/html").build());

		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void rejectsOtherMethods() {
		HttpResponse<String> answer = this.api.send(
				HttpRequest.newBuilder(this.api.uri("/api/artists")).POST(HttpRequest.BodyPublishers.noBody()).build());

		assertThat(answer.statusCode()).isEqualTo(405);
	}

	@Test
	void takesOneStatementThatReadsAnIndex() {
		save(release("r1", "2026-02-01", ADA), release("r2", "2026-02-02", BRUNO));

		assertThat(Statements.of(() -> get("/api/artists"))).hasSize(1);
		assertThat(this.plans.fullScans(() -> get("/api/artists"))).isEmpty();
	}

	/// Callers that wait for a statement share the next one.
	@Test
	void answersConcurrentCallsForTheirOwnLimits() throws Exception {
		save(IntStream.rangeClosed(1, 30)
			.mapToObj((number) -> release("r" + number, "2026-02-01", new Artist("a" + number, "Ada", null)))
			.toArray(FetchedRelease[]::new));
		List<Callable<Integer>> calls = IntStream.range(0, 60)
			.mapToObj((number) -> (Callable<Integer>) () -> body(get("/api/artists?release_limit=" + (1 + number % 30)))
				.path("artists")
				.size())
			.toList();

		assertThat(Races.run(calls)).isEqualTo(IntStream.range(0, 60).mapToObj((number) -> 1 + number % 30).toList());
	}

	private void save(FetchedRelease... releases) {
		this.transactions.executeWithoutResult(
				(_) -> assertThat(this.store.save(MusicService.SPOTIFY, List.of(releases))).isEqualTo(releases.length));
	}

	private static FetchedRelease release(String name, String date, Artist... artists) {
		return new FetchedRelease(name, name, "Ada", null, ReleaseDate.parse(date).orElseThrow(),
				"https://open.spotify.com/album/" + name, null, Set.of(Genre.JAZZ), Arrays.asList(artists));
	}

	private HttpResponse<String> get(String path) {
		return this.api.send(HttpRequest.newBuilder(this.api.uri(path)).build());
	}

	private HttpResponse<String> conditional(String header, String value) {
		return this.api.send(HttpRequest.newBuilder(this.api.uri("/api/artists")).header(header, value).build());
	}

	private static JsonNode body(HttpResponse<String> answer) {
		return Api.JSON.readTree(answer.body());
	}

	private static List<String> names(JsonNode artist) {
		return artist.path("releases").valueStream().map((release) -> release.path("name").stringValue()).toList();
	}

}
