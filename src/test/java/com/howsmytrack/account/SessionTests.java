package com.howsmytrack.account;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.MacAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SessionTests {

	private static final String KEY = "development only, a key that everybody knows";

	private static final long NOW = AdjustableClock.NOON.getEpochSecond();

	private static final String REFRESH = "mutation { refreshToken { payload refreshExpiresIn } }";

	private static final String VERIFY = "mutation { verifyToken { payload } }";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	@BeforeEach
	void adaSignsIn() {
		this.ada = this.api.member("ada");
	}

	@Test
	void beginsWithTheContentOfTheTokenButNotTheToken() {
		Browser browser = this.api.stranger();

		Answer answer = tokenAuth(browser, "ada@example.com", Api.PASSWORD).hasNoErrors();

		answer
			.with("tokenAuth.payload",
					Map.of("username", "ada@example.com", "exp", (int) NOW + 72 * 60 * 60, "origIat", (int) NOW))
			.with("tokenAuth.refreshExpiresIn", (int) NOW + 7 * 24 * 60 * 60);
		assertThat(browser.token()).isNotEmpty();
		assertThat(answer.response().body()).doesNotContain(browser.token());
	}

	@Test
	void livesInACookieThatScriptsAndOtherSitesDoNotGet() {
		HttpResponse<String> response = tokenAuth(this.api.stranger(), "ada@example.com", Api.PASSWORD).response();

		assertThat(response.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.matches("JWT=[\\w-]+\\.[\\w-]+\\.[\\w-]+; Path=/; Max-Age=259200; Expires=.*; HttpOnly; SameSite=Strict");
	}

	@Test
	void namesTheAccountByIdAndNothingElseAboutIt() {
		String claims = new String(Base64.getUrlDecoder().decode(this.ada.token().split("\\.")[1]),
				StandardCharsets.UTF_8);

		assertThat(claims).contains("\"sub\":\"1\"").doesNotContain("ada");
	}

	@ParameterizedTest
	@CsvSource({ "ada@example.com, wrong", "ADA@example.com, wrong", "eve@example.com, three tracks about the rain",
			"'', ''", "ada, three tracks about the rain", "ada@example.com, 'three tracks about the rain '" })
	void doesNotBeginWithoutTheRightPassword(String username, String password) {
		Browser browser = this.api.stranger();

		assertRefused(tokenAuth(browser, username, password), browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com\u0000", "\u0000", "ada@example.com\ud800", "'; DROP TABLE account; --" })
	void doesNotBeginWithAnAddressThatCannotBe(String username) {
		Browser browser = this.api.stranger();

		assertRefused(tokenAuth(browser, username, Api.PASSWORD), browser);
	}

	@Test
	void beginsWithTheAddressInAnyCase() {
		tokenAuth(this.api.stranger(), "ADA@Example.com", Api.PASSWORD).hasNoErrors();
	}

	/// The existing service once let twins register; they are imported. Exactly comes
	/// before without case.
	@Test
	void beginsForTheTwinWhoseAddressIsWrittenExactlySo() {
		this.database.update("DROP INDEX account_email_key");
		try {
			this.database.update("INSERT INTO account (email, password_hash, created_at) "
					+ "SELECT 'ADA@example.com', password_hash, created_at FROM account");

			for (String email : List.of("ada@example.com", "ADA@example.com")) {
				this.api.stranger()
					.signIn(email)
					.run("{ userDetails { username } }")
					.with("userDetails.username", email);
			}
		}
		finally {
			this.database.update("DELETE FROM account WHERE email = 'ADA@example.com'");
			this.database.update("CREATE UNIQUE INDEX account_email_key ON account (lower(email))");
		}
	}

	@Test
	void comparesPasswordsInOneOfTheirManyForms() {
		this.api.stranger()
			.run("mutation { registerUser(email: \"zoe@example.com\", password: \"Zoe\u0308s lange Nacht\", "
					+ "passwordRepeat: \"Zoe\u0308s lange Nacht\") { success } }")
			.with("registerUser.success", true);

		tokenAuth(this.api.stranger(), "zoe@example.com", "Zo\u00ebs lange Nacht").hasNoErrors();
	}

	@Test
	void endsAfterSeventyTwoHours() {
		this.clock.pass(Duration.ofHours(72).minusSeconds(1));
		assertSignedIn(this.ada);

		this.clock.pass(Duration.ofSeconds(1));
		assertSignedOut(this.ada);
	}

	@Test
	void isProlongedByRefreshingWhichKeepsItsBeginning() {
		Browser before = this.ada.withToken(this.ada.token());
		this.clock.pass(Duration.ofHours(71));

		this.ada.run(REFRESH)
			.hasNoErrors()
			.with("refreshToken.payload",
					Map.of("username", "ada@example.com", "exp", (int) NOW + (71 + 72) * 60 * 60, "origIat", (int) NOW))
			.with("refreshToken.refreshExpiresIn", (int) NOW + 7 * 24 * 60 * 60);

		assertSignedIn(before);
		this.clock.pass(Duration.ofHours(71));
		assertSignedIn(this.ada);
		assertSignedOut(before);
	}

	@Test
	void isProlongedForSevenDaysAfterThePasswordWasTyped() {
		for (int day = 1; day <= 3; day++) {
			this.clock.pass(Duration.ofDays(2));
			this.ada.run(REFRESH).hasNoErrors();
		}
		this.clock.pass(Duration.ofDays(1));
		this.ada.run(REFRESH).hasNoErrors();
		String last = this.ada.token();

		this.clock.pass(Duration.ofSeconds(1));
		assertNoSession(this.ada.run(REFRESH), "refreshToken");

		assertThat(this.ada.token()).isEqualTo(last);
	}

	@Test
	void isVerifiedWithoutANewCookie() {
		Answer answer = this.ada.run(VERIFY).hasNoErrors();

		answer.with("verifyToken.payload",
				Map.of("username", "ada@example.com", "exp", (int) NOW + 72 * 60 * 60, "origIat", (int) NOW));
		assertThat(Browser.setCookie(answer.response())).isEmpty();
	}

	@Test
	void isTakenFromTheCookieAndNotFromTheArgument() {
		Map<String, String> token = Map.of("token", this.ada.token());

		assertNoSession(
				this.api.stranger().run("mutation($token: String) { verifyToken(token: $token) { payload } }", token),
				"verifyToken");
		assertNoSession(
				this.api.stranger().run("mutation($token: String) { refreshToken(token: $token) { payload } }", token),
				"refreshToken");
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void isNoneWithABadCookieWhichBlocksNothing(String token) {
		Browser browser = this.ada.withToken(token);

		assertSignedOut(browser);
		assertNoSession(browser.run(VERIFY), "verifyToken");
		browser.run("mutation { deleteFeedbackRequest(feedbackRequestId: 1) { error } }")
			.hasNoErrors()
			.with("deleteFeedbackRequest.error", "Not logged in.");
		tokenAuth(browser, "ada@example.com", Api.PASSWORD).hasNoErrors();
		assertSignedIn(browser);
	}

	static List<String> badTokens() {
		Instant later = AdjustableClock.NOON.plusSeconds(3600);
		String good = token(KEY, Jwts.SIG.HS256, "howsmytrack", "1", later);
		String[] parts = good.split("\\.");
		String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
		String longKey = KEY.repeat(2);
		return List.of("garbage", "a.b.c", good + "x", parts[0] + "." + parts[1] + ".", none + "." + parts[1] + ".",
				token("another key that is long enough for it", Jwts.SIG.HS256, "howsmytrack", "1", later),
				token(longKey, Jwts.SIG.HS512, "howsmytrack", "1", later),
				token(KEY, Jwts.SIG.HS256, "somebody else", "1", later),
				token(KEY, Jwts.SIG.HS256, "howsmytrack", "ada@example.com", later),
				token(KEY, Jwts.SIG.HS256, "howsmytrack", "1", AdjustableClock.NOON));
	}

	@Test
	void isTheGoodOneOfTwoCookies() {
		HttpResponse<String> response = this.api.stranger()
			.post("/graphql", "application/json", "{\"query\": \"{ userDetails { username } }\"}", "Cookie",
					"JWT=stale; JWT=" + this.ada.token());

		assertThat(response.body()).contains("ada@example.com");
	}

	@Test
	void isNoneOnceTheAccountIsGone() {
		this.database.update("DELETE FROM account");

		assertSignedOut(this.ada);
		assertNoSession(this.ada.run(REFRESH), "refreshToken");
	}

	/// The existing service opened the account of whoever took the old address.
	@Test
	void staysWithItsAccountWhateverBecomesOfTheAddress() {
		this.ada.run("mutation { updateEmail(email: \"ada@elsewhere.example\") { success } }")
			.with("updateEmail.success", true);
		Browser newcomer = this.api.member("ada");

		this.ada.run("{ userDetails { username } }").with("userDetails.username", "ada@elsewhere.example");
		newcomer.run("{ userDetails { username } }").with("userDetails.username", "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void endsByLoggingOutSignedInOrNot(String path) {
		for (Browser browser : List.of(this.ada, this.api.stranger(), this.ada.withToken("garbage"))) {
			HttpResponse<String> response = browser.get(path);

			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("You are signed out.");
			assertThat(response.headers().allValues("Set-Cookie")).singleElement()
				.asString()
				.matches("JWT=; Path=/; Max-Age=0; Expires=.*; HttpOnly; SameSite=Strict");
		}
	}

	private static String token(String key, MacAlgorithm algorithm, String issuer, String subject, Instant expiry) {
		return Jwts.builder()
			.issuer(issuer)
			.subject(subject)
			.expiration(Date.from(expiry))
			.claim("origIat", NOW)
			.signWith(Keys.hmacShaKeyFor(key.getBytes(StandardCharsets.UTF_8)), algorithm)
			.compact();
	}

	private static Answer tokenAuth(Browser browser, String username, String password) {
		return browser.run(
				"mutation($username: String!, $password: String!) { "
						+ "tokenAuth(username: $username, password: $password) { payload refreshExpiresIn } }",
				Map.of("username", username, "password", password));
	}

	private static void assertRefused(Answer answer, Browser browser) {
		assertThat(answer.response().statusCode()).isEqualTo(200);
		answer.with("tokenAuth", null);
		assertThat(answer.errorMessages()).containsExactly("Please enter valid credentials");
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("INVALID_CREDENTIALS");
		assertThat(browser.token()).isEmpty();
	}

	private static void assertNoSession(Answer answer, String mutation) {
		assertThat(answer.response().statusCode()).isEqualTo(200);
		answer.with(mutation, null);
		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("NO_SESSION");
		assertThat(Browser.setCookie(answer.response())).isEmpty();
	}

	private static void assertSignedIn(Browser browser) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails.username", "ada@example.com");
	}

	private static void assertSignedOut(Browser browser) {
		browser.run("{ userDetails { username } }").hasNoErrors().with("userDetails", null);
	}

}
