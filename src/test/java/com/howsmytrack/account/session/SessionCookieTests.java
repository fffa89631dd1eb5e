package com.howsmytrack.account.session;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

/// The attributes of the cookie, and which tokens are accepted from it.
@WholeApplication
class SessionCookieTests {

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	@Autowired
	private Database database;

	@Value("${howsmytrack.account.secret-key}")
	private String key;

	@Test
	void isStoredInAHttpOnlySameSiteCookie() {
		this.sessions.register("ada@example.com");

		assertThat(SessionScenario.attributes(this.sessions.signIn("ada@example.com", Api.PASSWORD).response()))
			.contains("HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=259200")
			.doesNotContain("Secure")
			.noneMatch((attribute) -> attribute.startsWith("Domain"));
	}

	@Test
	void setsTheSameAttributesWhenRefreshed() {
		Browser ada = this.sessions.member("ada@example.com");

		assertThat(SessionScenario.attributes(ada.run(SessionScenario.REFRESH).response()))
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
		String refreshed = ada.run(SessionScenario.REFRESH).response().body();
		String verified = ada.run(SessionScenario.VERIFY).response().body();

		assertThat(List.of(first, second, ada.token())).doesNotHaveDuplicates();
		assertThat(again + refreshed + verified).doesNotContain(first, second, ada.token(), "eyJ");
	}

	@Test
	void isTakenFromTheCookieAndNotFromAnArgument() {
		Map<String, String> argument = Map.of("token", this.sessions.member("ada@example.com").token());
		Browser visitor = this.api.visitor();

		SessionScenario.assertNoSession(visitor
			.run("mutation($token: String) { refreshToken(token: $token) { payload refreshExpiresIn } }", argument),
				"refreshToken");
		SessionScenario.assertNoSession(
				visitor.run("mutation($token: String) { verifyToken(token: $token) { payload } }", argument),
				"verifyToken");
	}

	@ParameterizedTest
	@MethodSource
	void isNotAcceptedFromAForgedCookie(String what, Forgery forgery) {
		Browser ada = this.sessions.member("ada@example.com");
		long account = this.database.single(Long.class, "SELECT id FROM account");
		String good = Tokens.claims(account, AdjustableClock.NOON.plus(Duration.ofHours(1)), AdjustableClock.NOON);

		Browser forger = ada.withToken(forgery.of(ada.token(), good, this.key));

		SessionScenario.assertSignedOut(forger);
		SessionScenario.assertNoSession(forger.run(SessionScenario.REFRESH), "refreshToken");
		SessionScenario.assertNoSession(forger.run(SessionScenario.VERIFY), "verifyToken");
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
		Browser ada = this.sessions.member("ada@example.com");
		long account = this.database.single(Long.class, "SELECT id FROM account");
		String good = Tokens.claims(account, AdjustableClock.NOON.plus(Duration.ofHours(1)), AdjustableClock.NOON);

		SessionScenario.assertSignedIn(ada.withToken(Tokens.signed(Tokens.HS256, good, "HmacSHA256", this.key)),
				"ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT=stale; JWT=%s", "JWT=%s; JWT=stale", "JWT=; theme=dark; JWT=%s", "jwt=x; JWT=%s" })
	void isReadFromTheOneValidCookie(String cookies) {
		String token = this.sessions.member("ada@example.com").token();

		HttpResponse<String> response = this.api.visitor()
			.post("/graphql/", "application/json", "{\"query\":\"{ userDetails { username } }\"}", "Cookie",
					cookies.formatted(token));

		assertThat(response.body()).isEqualTo("{\"data\":{\"userDetails\":{\"username\":\"ada@example.com\"}}}");
	}

	private static Arguments forgery(String what, Forgery forgery) {
		return Arguments.of(what, forgery);
	}

	@FunctionalInterface
	interface Forgery {

		String of(String token, String goodClaims, String key);

	}

}
