package com.howsmytrack.attacks;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.testing.ProcessorTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Documents and bodies that would overload the server.
class HostileDocumentsTests {

	/// Of processor time: far more than the error needs, far less than the execution of
	/// the document would need.
	private static final Duration AT_ONCE = Duration.ofSeconds(1);

	@BeforeAll
	static void warmUp() {
		Caller.atNewAddress().run("{ userDetails { username } }", Map.of());
	}

	private static String times(int count, IntFunction<String> part) {
		return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" "));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void areRejectedAtOnceWithTheLimit(String what, String document, String limit) {
		Caller caller = Caller.atNewAddress();
		ProcessorTime time = new ProcessorTime();
		String body = caller.run(document, Map.of());

		assertThat(time.used()).isLessThan(AT_ONCE);
		assertThat(body).contains(limit).doesNotContain("\"data\":{", "x".repeat(101)).hasSizeLessThan(10_000);
		assertThat(Caller.<String>read(body, "$.errors[0].extensions.code")).isNotBlank();
		assertThat(Caller.<String>read(body, "$.errors[0].extensions.requestId")).isNotBlank();
		assertThat(Caller.<String>read(body, "$.errors[0].extensions.classification")).isNotBlank();
	}

	static Stream<Arguments> areRejectedAtOnceWithTheLimit() {
		return Stream
			.of(Arguments.of("100 aliases", "{ " + times(100, (n) -> "a" + n + ": userDetails { rating }") + " }",
					"20"),
					Arguments.of("61 aliases of fields",
							"{ userDetails { " + times(61, (n) -> "a" + n + ": rating") + " } }", "60 aliases"),
					Arguments.of("100,000 tokens", "{ userDetails { " + "rating ".repeat(100_000 / 8) + "} }", "5,000"),
					Arguments.of("1,500 overlapping fields", "{ userDetails { " + "rating ".repeat(1_500) + "} }",
							"500 fields"),
					Arguments.of("21 root fields", "{ " + "userDetails { rating } ".repeat(21) + "}", "20 root fields"),
					Arguments.of("30 levels", "{ feedbackGroups " + "{ feedbackRequest ".repeat(30) + "{ id }"
							+ "}".repeat(31), "20 levels"),
					Arguments.of(
							"51 directives", "{ userDetails { rating " + "@include(if: true) ".repeat(51)
									+ "} }",
							"50 directives"),
					Arguments.of("fragments that double each other",
							"{ userDetails { ...f0 } } "
									+ times(30,
											(n) -> "fragment f%d on User { ...f%d ...f%d }".formatted(n, n + 1, n + 1))
									+ " fragment f30 on User { rating }",
							"500 fields"),
					Arguments.of("a fragment that leads to itself",
							"{ userDetails { ...f } } fragment f on User { ...f rating }", "f"),
					Arguments.of("51 fragments",
							"{ userDetails { rating } } "
									+ times(51, (n) -> "fragment f%d on User { rating }".formatted(n)),
							"50 fragments"),
					Arguments.of("a document that is too long", "{ userDetails { rating } } #" + "x".repeat(100_000),
							"100,000"),
					Arguments.of("unknown names that repeat what was sent", "{ " + "x".repeat(5_000) + " }", "…"));
	}

	@Test
	void areRejectedForLongLists() {
		String body = Caller.member()
			.run("mutation($ids: [Int]!) { markRepliesAsRead(replyIds: $ids) { success } }",
					Map.of("ids", Collections.nCopies(1_001, 1)));

		assertThat(body).contains("at most 1000 items").doesNotContain("\"data\":{");
	}

	@Test
	void areRejectedForLongListsInTheDocument() {
		String body = Caller.member()
			.run("mutation { markRepliesAsRead(replyIds: [%s]) { success } }".formatted("1 ".repeat(1_001)), Map.of());

		assertThat(body).contains("at most 1000 items").doesNotContain("\"data\":{");
	}

	@Test
	void areRejectedForAHundredThousandSmallObjects() {
		assertThat(Caller.atNewAddress()
			.post("{\"query\": \"{ userDetails { rating } }\", \"variables\": {\"x\": [" + "{},".repeat(100_000)
					+ "{}]}}")
			.statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts/password_reset", "/accounts/unsubscribe/reminder/x" })
	void areRejectedAsLargeForms(String path) {
		Caller caller = Caller.atNewAddress();

		assertThat(caller
			.send("POST", path, "email=" + "x".repeat(1_500_000), "Content-Type", "application/x-www-form-urlencoded")
			.statusCode()).isEqualTo(413);
		assertThat(
				caller
					.send("POST", path,
							"--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n" + "x".repeat(900_000)
									+ "\r\n--x--",
							"Content-Type", "multipart/form-data; boundary=x")
					.body())
			.doesNotContain("xxx");
	}

	@Test
	void areRejectedForNestedJson() {
		ProcessorTime time = new ProcessorTime();
		int status = Caller.atNewAddress()
			.post("{\"query\": \"{ userDetails { rating } }\", \"variables\": {\"x\": " + "[".repeat(10_000)
					+ "]".repeat(10_000) + "}}")
			.statusCode();

		assertThat(status).isEqualTo(400);
		assertThat(time.used()).isLessThan(AT_ONCE);
	}

	@Test
	void areRejectedForTenMegabytes() {
		ProcessorTime time = new ProcessorTime();
		String answer = Caller.status("""
				POST /graphql/ HTTP/1.1
				Host: api.howsmytrack.com
				Content-Type: application/json
				Content-Length: 10485760
				Connection: close

				""");

		assertThat(answer).startsWith("HTTP/1.1 413");
		assertThat(time.used()).isLessThan(AT_ONCE);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void cannotBeNamedWithoutAHash(String what, String body) {
		HttpResponse<String> answer = Caller.atNewAddress().post(body);

		assertThat(answer.statusCode()).as(what).isIn(200, 400);
		assertThat(answer.body()).doesNotContain("\"data\"", "x".repeat(101)).hasSizeLessThan(1_000);
		assertThat(Caller.<String>read(answer.body(), "$.errors[0].extensions.code")).isIn("INVALID_DOCUMENT_ID",
				"INVALID_REQUEST");
		assertThat(Caller.<String>read(answer.body(), "$.errors[0].extensions.requestId")).isNotBlank();
	}

	static Stream<Arguments> cannotBeNamedWithoutAHash() {
		String hash = "ab".repeat(32);
		return Stream
			.of(Map.entry("empty", "\"\""), Map.entry("too short", "\"" + hash.substring(1) + "\""),
					Map.entry("too long", "\"" + hash + "0\""),
					Map.entry("upper case", "\"" + hash.toUpperCase(Locale.ROOT) + "\""),
					Map.entry("a NUL", "\"" + hash.substring(1) + "\\u0000\""),
					Map.entry("half a pair", "\"" + hash.substring(1) + "\\ud800\""),
					Map.entry("a line break", "\"" + hash + "\\n\""), Map.entry("a path", "\"../../application.yaml\""),
					Map.entry("nearly a megabyte", "\"" + "x".repeat(900_000) + "\""), Map.entry("a number", "12"),
					Map.entry("true", "true"), Map.entry("a list", "[\"" + hash + "\"]"), Map.entry("an object", "{}"))
			.flatMap(
					(wrong) -> Stream.of(
							Arguments.of("id: " + wrong.getKey(),
									"{\"documentId\": %s}"
										.formatted(wrong.getValue().replaceFirst("^\"(?=.)", "\"sha256:"))),
							Arguments.of(
									"persisted query: " + wrong.getKey(),
									"{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": %s}}}"
										.formatted(wrong.getValue())),
							Arguments.of("with a text: " + wrong.getKey(),
									"{\"query\": \"{ __typename }\", \"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": %s}}}"
										.formatted(wrong.getValue()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"x\"", "1", "{\"version\": 1}", "{\"sha256Hash\": \"HASH\"}",
			"{\"version\": 2, \"sha256Hash\": \"HASH\"}", "{\"version\": \"1\", \"sha256Hash\": \"HASH\"}",
			"{\"version\": 1.5, \"sha256Hash\": \"HASH\"}", "{\"version\": null, \"sha256Hash\": null}" })
	void cannotBeNamedByAMalformedPersistedQuery(String persistedQuery) {
		String body = Caller.atNewAddress()
			.post("{\"extensions\": {\"persistedQuery\": %s}}"
				.formatted(persistedQuery.replace("HASH", "ab".repeat(32))))
			.body();

		assertThat(Caller.<String>read(body, "$.errors[0].extensions.code")).isEqualTo("INVALID_DOCUMENT_ID");
	}

	@ParameterizedTest
	@ValueSource(strings = { "md5:d41d8cd98f00b204e9800998ecf8427e", "x-ours:UserDetails", "UserDetails", "sha256",
			"sha256:", "SHA256:HASH", "HASH", "sha256:sha256:HASH" })
	void cannotBeNamedInAnyOtherWay(String documentId) {
		String body = Caller.atNewAddress()
			.post("{\"documentId\": \"%s\"}".formatted(documentId.replace("HASH", "ab".repeat(32))))
			.body();

		assertThat(Caller.<String>read(body, "$.errors[0].extensions.code")).isEqualTo("INVALID_DOCUMENT_ID");
	}

	@Test
	void doNotRevealTheSchema() {
		Caller caller = Caller.atNewAddress();

		assertThat(caller.run("{ __schema { types { name } } }", Map.of())).contains("errors")
			.doesNotContain("FeedbackGroup");
		assertThat(caller.run("{ __type(name: \"User\") { fields { name } } }", Map.of())).contains("errors")
			.doesNotContain("notifications");
		assertThat(caller.run("{ userDetail { username } }", Map.of())).contains("errors")
			.doesNotContain("userDetails", "Did you mean");
		assertThat(caller.run("{ userDetails { usernam } }", Map.of())).contains("errors").doesNotContain("username");
	}

	@Test
	void doNotAffectWhatTheClientSends() {
		Caller caller = Caller.atNewAddress();

		assertThat(caller.run("{ " + times(10, (n) -> "a" + n + ": userDetails { rating }") + " }", Map.of()))
			.doesNotContain("errors");
		assertThat(caller.run("{ userDetails { " + times(50, (n) -> "a" + n + ": rating") + " } }", Map.of()))
			.doesNotContain("errors");
	}

	/// A locked table has the effect of an expensive query.
	@ParameterizedTest
	@ValueSource(strings = { "{ userDetails { rating } }",
			"{ a: userDetails { rating } b: userDetails { rating } c: userDetails { rating } }" })
	void doNotRunForLongerThanFiveSeconds(String document) throws InterruptedException {
		Caller member = Caller.member();
		CountDownLatch answered = new CountDownLatch(1);
		Thread lock = Thread.startVirtualThread(() -> Production.whileLocked("member_rating", answered));
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> Production.database()
				.queryForObject("SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted "
						+ "AND relation = 'member_rating'::regclass", Integer.class) > 0);
		long before = System.nanoTime();
		String body = member.run(document, Map.of());
		Duration elapsed = Duration.ofNanos(System.nanoTime() - before);
		answered.countDown();
		lock.join();

		assertThat(Caller.<String>read(body, "$.errors[0].extensions.code")).isEqualTo("TIME_LIMIT_EXCEEDED");
		assertThat(elapsed).as("shorter than three statements that reach their time limit")
			.isLessThan(Production.statementTimeout().multipliedBy(3));
	}

	/// A root field that begins as late as possible still ends within the limit of five
	/// seconds.
	@Test
	void haveALastBeginAndAStatementTimeoutWithinFiveSeconds() {
		assertThat(Production.setting("howsmytrack.graphql.document.time-limit", Duration.class))
			.isEqualTo(Duration.ofSeconds(5));
		assertThat(Production.setting("howsmytrack.graphql.document.last-begin", Duration.class)
			.plus(Production.statementTimeout())).isLessThan(Duration.ofSeconds(5));
	}

}
