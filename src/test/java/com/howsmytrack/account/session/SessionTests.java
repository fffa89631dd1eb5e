package com.howsmytrack.account.session;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SessionTests {

	private static final long NOON = AdjustableClock.NOON.getEpochSecond();

	private static final long SESSION_SECONDS = 259200;

	private static final long REFRESH_SECONDS = 604800;

	private static final String REFRESH = "mutation { refreshToken { payload refreshExpiresIn } }";

	private static final String VERIFY = "mutation { verifyToken { payload } }";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private SessionTokens tokens;

	@Value("${howsmytrack.account.secret-key}")
	private String key;

	@Test
	void startsWithAddressAndPassword() {
		register("ada@example.com");

		Answer answer = signIn("ada@example.com", Api.PASSWORD);

		answer.hasNoErrors()
			.with("tokenAuth.payload",
					Map.of("username", "ada@example.com", "exp", (int) (NOON + SESSION_SECONDS), "origIat", (int) NOON))
			.with("tokenAuth.refreshExpiresIn", (int) (NOON + REFRESH_SECONDS));
	}

	@Test
	void isStoredInAHttpOnlySameSiteCookie() {
		register("ada@example.com");

		assertThat(attributes(signIn("ada@example.com", Api.PASSWORD).response()))
			.contains("HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=259200")
			.doesNotContain("Secure")
			.noneMatch((attribute) -> attribute.startsWith("Domain"));
	}

	@Test
	void setsTheSameAttributesWhenRefreshed() {
		Browser ada = ada();

		assertThat(attributes(ada.run(REFRESH).response()))
			.contains("HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=259200")
			.doesNotContain("Secure");
	}

	@Test
	void hasNoTokenInAResponseBody() {
		Browser ada = this.api.member("ada");
		String first = ada.token();
		String again = ada
			.run("mutation($password: String!) { tokenAuth(username: \"ada@example.com\","
					+ " password: $password) { payload refreshExpiresIn } }", Map.of("password", Api.PASSWORD))
			.response()
			.body();
		String second = ada.token();
		String refreshed = ada.run(REFRESH).response().body();
		String verified = ada.run(VERIFY).response().body();

		assertThat(List.of(first, second, ada.token())).doesNotHaveDuplicates();
		assertThat(again + refreshed + verified).doesNotContain(first, second, ada.token(), "eyJ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "Ada@Example.COM", "ADA@EXAMPLE.COM" })
	void startsWithAnySpellingOfTheAddress(String written) {
		register("Ada@example.com");

		signIn(written, Api.PASSWORD).hasNoErrors().with("tokenAuth.payload.username", "Ada@example.com");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ada@example.com,	three tracks about the sun
			ada@example.com,	Three Tracks About The Rain
			ada@example.com,	''
			bob@example.com,	three tracks about the rain
			'',					three tracks about the rain
			ada,				three tracks about the rain
			%@example.com,		three tracks about the rain
			""")
	void doesNotStartWithWrongCredentials(String username, String password) {
		register("ada@example.com");

		assertCredentialsRejected(signIn(username, password));
	}

	@Test
	void doesNotStartWithTextThatCannotBeStored() {
		register("ada@example.com");

		assertCredentialsRejected(signIn("ada@example.com\u0000", Api.PASSWORD));
		assertCredentialsRejected(signIn("ada@example.com\ud800", Api.PASSWORD));
		assertCredentialsRejected(signIn("ada@example.com", Api.PASSWORD + "\u0000"));
		assertCredentialsRejected(signIn("ada@example.com", Api.PASSWORD + "\udc00"));
	}

	@Test
	void doesNotReplaceHalfASurrogatePairByAQuestionMark() {
		register("ada@example.com", "which tracks, and why?");

		assertCredentialsRejected(signIn("ada@example.com", "which tracks, and why\ud800"));
		signIn("ada@example.com", "which tracks, and why?").hasNoErrors();
	}

	@Test
	void acceptsAPasswordInAnyUnicodeComposition() {
		register("ada@example.com", "caf\u00e9 at midnight");

		signIn("ada@example.com", "cafe\u0301 at midnight").hasNoErrors();
	}

	@Test
	void doesNotEndWithAWrongPassword() {
		Browser ada = this.api.member("ada");
		String token = ada.token();

		assertCredentialsRejected(ada.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"wrong\") "
				+ "{ payload refreshExpiresIn } }"));

		assertThat(ada.token()).isEqualTo(token);
		assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void isVerifiedByTheCookie() {
		Browser ada = ada();
		this.clock.pass(Duration.ofHours(1));

		ada.run(VERIFY)
			.hasNoErrors()
			.with("verifyToken.payload", Map.of("username", "ada@example.com", "exp", (int) (NOON + SESSION_SECONDS),
					"origIat", (int) NOON));
	}

	@Test
	void setsNoCookieWhenVerified() {
		Browser ada = ada();

		assertThat(ada.run(VERIFY).response().headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void isExtendedByARefreshAndKeepsTheTimeOfTheSignIn() {
		Browser ada = ada();
		this.clock.pass(Duration.ofHours(1));

		ada.run(REFRESH)
			.hasNoErrors()
			.with("refreshToken.payload",
					Map.of("username", "ada@example.com", "exp", (int) (NOON + 3600 + SESSION_SECONDS), "origIat",
							(int) NOON))
			.with("refreshToken.refreshExpiresIn", (int) (NOON + REFRESH_SECONDS));
		assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void continuesWithTheTokenThatARefreshReplaced() {
		Browser ada = ada();
		Browser before = ada.withToken(ada.token());

		ada.run(REFRESH).hasNoErrors();

		assertThat(ada.token()).isNotEqualTo(before.token());
		assertSignedIn(before, "ada@example.com");
		before.run(REFRESH).hasNoErrors();
	}

	@Test
	void endsAfterSeventyTwoHours() {
		Browser ada = ada();

		this.clock.pass(Duration.ofHours(72).minusSeconds(1));
		assertSignedIn(ada, "ada@example.com");

		this.clock.pass(Duration.ofSeconds(2));
		assertSignedOut(ada);
		assertNoSession(ada.run(REFRESH), "refreshToken");
		assertNoSession(ada.run(VERIFY), "verifyToken");
	}

	@Test
	void isRefreshedUntilTheTimeInThePayload() {
		Browser ada = ada();
		for (int day = 0; day < 6; day += 2) {
			this.clock.pass(Duration.ofDays(2));
			ada.run(REFRESH).hasNoErrors().with("refreshToken.payload.origIat", (int) NOON);
		}

		this.clock.pass(Duration.ofDays(1));
		ada.run(REFRESH).hasNoErrors().with("refreshToken.refreshExpiresIn", (int) (NOON + REFRESH_SECONDS));

		this.clock.pass(Duration.ofSeconds(1));
		assertNoSession(ada.run(REFRESH), "refreshToken");
		assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void startsANewRefreshLimitWithTheNextSignIn() {
		Browser ada = this.api.member("ada");
		this.clock.pass(Duration.ofDays(8));

		ada.signIn("ada@example.com");

		ada.run(REFRESH)
			.hasNoErrors()
			.with("refreshToken.payload.origIat", (int) (NOON + Duration.ofDays(8).toSeconds()));
	}

	@Test
	void isNeededToRefreshAndToVerify() {
		assertNoSession(this.api.visitor().run(REFRESH), "refreshToken");
		assertNoSession(this.api.visitor().run(VERIFY), "verifyToken");
	}

	@Test
	void isTakenFromTheCookieAndNotFromAnArgument() {
		Map<String, String> argument = Map.of("token", ada().token());
		Browser visitor = this.api.visitor();

		assertNoSession(visitor
			.run("mutation($token: String) { refreshToken(token: $token) { payload refreshExpiresIn } }", argument),
				"refreshToken");
		assertNoSession(visitor.run("mutation($token: String) { verifyToken(token: $token) { payload } }", argument),
				"verifyToken");
	}

	@ParameterizedTest
	@MethodSource
	void isNotAcceptedFromAForgedCookie(String what, Forgery forgery) {
		Browser ada = ada();
		long account = this.database.single(Long.class, "SELECT id FROM account");
		String good = Tokens.claims(account, AdjustableClock.NOON.plus(Duration.ofHours(1)), AdjustableClock.NOON);

		Browser forger = ada.withToken(forgery.of(ada.token(), good, this.key));

		assertSignedOut(forger);
		assertNoSession(forger.run(REFRESH), "refreshToken");
		assertNoSession(forger.run(VERIFY), "verifyToken");
	}

	static Stream<Arguments> isNotAcceptedFromAForgedCookie() {
		return Stream.of(forgery("nothing in it", (_, _, _) -> ""), forgery("garbage", (_, _, _) -> "garbage"),
				forgery("dots", (_, _, _) -> ".."), forgery("no JSON", (_, _, _) -> "YWJj.YWJj.YWJj"),
				forgery("quotes", (_, _, _) -> "\"\""), forgery("no ASCII", (_, _, _) -> "ä"),
				forgery("cut short", (token, _, _) -> token.substring(0, token.length() - 1)),
				forgery("too long", (token, _, _) -> token + "A"),
				forgery("signature cut off", (token, _, _) -> token.substring(0, token.lastIndexOf('.') + 1)),
				forgery("unsigned", (_, good, _) -> Tokens.unsigned(Tokens.HS256, good)),
				forgery("algorithm none", (_, good, _) -> Tokens.unsigned(Tokens.NONE, good) + "."),
				forgery("algorithm none, but signed",
						(_, good, key) -> Tokens.signed(Tokens.NONE, good, "HmacSHA256", key)),
				forgery("algorithm HS512", (_, good, key) -> Tokens.signed(Tokens.HS512, good, "HmacSHA512", key)),
				forgery("no algorithm", (_, good, key) -> Tokens.signed("{}", good, "HmacSHA256", key)),
				forgery("another key",
						(_, good, _) -> Tokens.signed(Tokens.HS256, good, "HmacSHA256", "a key of somebody else's")),
				forgery("another issuer",
						(_, good, key) -> Tokens.signed(Tokens.HS256, good.replace("howsmytrack", "elsewhere"),
								"HmacSHA256", key)),
				forgery("no issuer",
						(_, _, key) -> Tokens.signed(Tokens.HS256,
								"{\"username\":\"ada@example.com\",\"exp\":4102444800,\"origIat\":1772366400}",
								"HmacSHA256", key)),
				forgery("no expiry",
						(_, good, key) -> Tokens.signed(Tokens.HS256, good.replace("\"exp\"", "\"end\""), "HmacSHA256",
								key)),
				forgery("no first sign-in",
						(_, good, key) -> Tokens.signed(Tokens.HS256, good.replace("\"origIat\"", "\"iat\""),
								"HmacSHA256", key)),
				forgery("no account",
						(_, good, key) -> Tokens.signed(Tokens.HS256, good.replace("\"sub\"", "\"for\""), "HmacSHA256",
								key)),
				forgery("an account that is no number", (_, good, key) -> Tokens.signed(Tokens.HS256,
						good.replaceFirst("\"sub\":\"\\d+\"", "\"sub\":\"ada\""), "HmacSHA256", key)));
	}

	@Test
	void isAcceptedFromAValidHandMadeToken() {
		Browser ada = ada();
		long account = this.database.single(Long.class, "SELECT id FROM account");
		String good = Tokens.claims(account, AdjustableClock.NOON.plus(Duration.ofHours(1)), AdjustableClock.NOON);

		assertSignedIn(ada.withToken(Tokens.signed(Tokens.HS256, good, "HmacSHA256", this.key)), "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "a.b.c" })
	void startsInABrowserWithAnInvalidCookie(String token) {
		Browser browser = this.api.visitor().withToken(token);

		browser
			.run("mutation($password: String!) { registerUser(email: \"ada@example.com\", password: $password,"
					+ " passwordRepeat: $password) { success error } }", Map.of("password", Api.PASSWORD))
			.succeeded("registerUser");
		browser.signIn("ada@example.com");

		assertSignedIn(browser, "ada@example.com");
	}

	@Test
	void startsInABrowserWithAnExpiredCookie() {
		Browser ada = this.api.member("ada");
		this.clock.pass(Duration.ofDays(10));

		ada.signIn("ada@example.com");

		assertSignedIn(ada, "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT=stale; JWT=%s", "JWT=%s; JWT=stale", "JWT=; theme=dark; JWT=%s", "jwt=x; JWT=%s" })
	void isReadFromTheOneValidCookie(String cookies) {
		String token = ada().token();

		HttpResponse<String> response = this.api.visitor()
			.post("/graphql/", "application/json", "{\"query\":\"{ userDetails { username } }\"}", "Cookie",
					cookies.formatted(token));

		assertThat(response.body()).isEqualTo("{\"data\":{\"userDetails\":{\"username\":\"ada@example.com\"}}}");
	}

	@Test
	void endsWithTheAccount() {
		Browser ada = ada();
		this.database.update("DELETE FROM account");

		assertSignedOut(ada);
		assertNoSession(ada.run(REFRESH), "refreshToken");
		assertNoSession(ada.run(VERIFY), "verifyToken");
	}

	@Test
	void isInvalidForANewAccountWithTheSameAddress() {
		Browser ada = ada();
		this.database.update("DELETE FROM account");

		register("ada@example.com");

		assertSignedOut(ada);
	}

	@Test
	void staysWithTheAccountWhenAnotherAccountTakesItsFormerAddress() {
		Browser ada = ada();
		AccountScenario.updateEmail(ada, "ada@example.org").succeeded("updateEmail");

		Browser other = this.api.member("ada");

		assertSignedIn(ada, "ada@example.org");
		ada.run(REFRESH).hasNoErrors().with("refreshToken.payload.username", "ada@example.org");
		assertSignedIn(ada, "ada@example.org");
		assertSignedIn(other, "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void endsWithTheLogout(String path) {
		Browser ada = ada();

		HttpResponse<String> response = ada.get(path);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isNotBlank().hasSizeLessThan(100);
		assertThat(attributes(response)).contains("JWT=", "HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=0")
			.doesNotContain("Secure");
		assertThat(ada.token()).isEmpty();
		assertSignedOut(ada);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void allowsALogoutWithoutASession(String path) {
		assertThat(this.api.visitor().get(path).statusCode()).isEqualTo(200);
		assertThat(this.api.visitor().withToken("garbage").get(path).statusCode()).isEqualTo(200);
	}

	/// Signed in without a password, because hashing takes long.
	private Browser ada() {
		return Members.signedIn(this.api, this.database, this.tokens, "ada@example.com");
	}

	private void register(String email) {
		register(email, Api.PASSWORD);
	}

	private void register(String email, String password) {
		this.api.visitor()
			.run("mutation($email: String!, $password: String!) { registerUser(email: $email, password: $password,"
					+ " passwordRepeat: $password) { success error } }", Map.of("email", email, "password", password))
			.succeeded("registerUser");
	}

	private Answer signIn(String username, String password) {
		return this.api.visitor().run("""
				mutation($username: String!, $password: String!) {
					tokenAuth(username: $username, password: $password) { payload refreshExpiresIn }
				}""", Map.of("username", username, "password", password));
	}

	private static void assertCredentialsRejected(Answer answer) {
		assertThat(answer.errorMessages()).containsExactly("Please enter valid credentials");
		assertNoData(answer, "tokenAuth");
	}

	private static void assertNoSession(Answer answer, String operation) {
		assertThat(answer.errorMessages()).hasSize(1);
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("NO_SESSION");
		assertNoData(answer, operation);
	}

	private static void assertNoData(Answer answer, String operation) {
		assertThat(answer.response().statusCode()).isEqualTo(200);
		assertThat(answer.response().body()).contains("\"data\":{\"" + operation + "\":null}");
		assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
	}

	private static void assertSignedIn(Browser browser, String email) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails.username", email);
	}

	private static void assertSignedOut(Browser browser) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails", null);
	}

	private static List<String> attributes(HttpResponse<String> response) {
		List<String> cookies = response.headers().allValues("Set-Cookie");
		assertThat(cookies).hasSize(1);
		return List.of(cookies.getFirst().split("; "));
	}

	private static Arguments forgery(String what, Forgery forgery) {
		return Arguments.of(what, forgery);
	}

	@FunctionalInterface
	interface Forgery {

		String of(String token, String goodClaims, String key);

	}

}
