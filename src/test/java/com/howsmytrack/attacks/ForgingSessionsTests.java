package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.howsmytrack.testing.AdjustableClock;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// An attacker forges a session cookie, or keeps a copied one.
class ForgingSessionsTests {

	private static String forged(String key, Consumer<JwtBuilder> changes) {
		Instant now = Production.clock().instant();
		JwtBuilder token = Jwts.builder()
			.issuer("howsmytrack")
			.subject("1")
			.id("x")
			.claim("sid", "x")
			.claim("origIat", now.getEpochSecond())
			.claim("generation", 0)
			.expiration(Date.from(now.plus(Duration.ofHours(1))));
		changes.accept(token);
		return key.isEmpty() ? token.compact()
				: token.signWith(Keys.hmacShaKeyFor(key.getBytes(UTF_8)), Jwts.SIG.HS256).compact();
	}

	@Test
	void worksWithTheSecretKey() {
		Caller.member();

		assertThat(Caller.atNewAddress().withToken(forged(Production.SECRET_KEY, (_) -> {
		})).isSignedIn()).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void doesNotWorkForAToken(String description, String token) {
		Caller.member();

		assertThat(Caller.atNewAddress().withToken(token).isSignedIn()).isFalse();
	}

	static Stream<Arguments> doesNotWorkForAToken() {
		Consumer<JwtBuilder> nothing = (_) -> {
		};
		return Stream.of(Arguments.of("without a signature", forged("", nothing)),
				Arguments.of("of the key that development uses",
						forged("development only, a key that everybody knows", nothing)),
				Arguments.of("of another issuer", forged(Production.SECRET_KEY, (token) -> token.issuer("other"))),
				Arguments.of("without an issuer", forged(Production.SECRET_KEY, (token) -> token.issuer(null))),
				Arguments.of("without an id", forged(Production.SECRET_KEY, (token) -> token.id(null))),
				Arguments.of("without an expiry", forged(Production.SECRET_KEY, (token) -> token.expiration(null))),
				Arguments.of("that expired",
						forged(Production.SECRET_KEY, (token) -> token.expiration(Date.from(AdjustableClock.NOON)))),
				Arguments.of("of an address instead of an id",
						forged(Production.SECRET_KEY, (token) -> token.subject("member1@example.com"))),
				Arguments.of("that is SQL", forged(Production.SECRET_KEY, (token) -> token.subject("1 OR 1=1"))),
				Arguments.of("of another algorithm",
						Jwts.builder()
							.issuer("howsmytrack")
							.subject("1")
							.id("x")
							.signWith(Keys.hmacShaKeyFor(Production.SECRET_KEY.repeat(2).getBytes(UTF_8)),
									Jwts.SIG.HS512)
							.compact()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "a.b.c", "eyJhbGciOiJub25lIn0..", "..", "%00" })
	void doesNotBlockVisitorsWithAMalformedCookie(String cookie) {
		String email = "member%d@example.com".formatted(Production.number());
		Caller.member(email);
		Caller caller = Caller.atNewAddress().withToken(cookie);

		assertThat(caller.isSignedIn()).isFalse();
		assertThat(caller.signIn(email, Caller.PASSWORD)).isNull();
		assertThat(caller.isSignedIn()).isTrue();
	}

	@Test
	void endsWithTheCopiedSession() {
		Caller member = Caller.member();
		Caller copy = Caller.atNewAddress().withToken(member.token());
		assertThat(copy.isSignedIn()).isTrue();
		member.run("mutation { refreshToken { payload } }", Map.of());
		member.send("GET", "/logout/", "");

		assertThat(copy.isSignedIn()).isFalse();
		assertThat(copy.run("mutation { refreshToken { payload } }", Map.of())).contains("NO_SESSION");
	}

	@Test
	void endsWithAPasswordChange() {
		Caller member = Caller.member();
		Caller copy = Caller.atNewAddress().withToken(member.token());
		member.run("""
				mutation($old: String!) { changePassword(currentPassword: $old, password: "a bridge in seven eight",
					passwordRepeat: "a bridge in seven eight") { success } }""", Map.of("old", Caller.PASSWORD));

		assertThat(copy.isSignedIn()).isFalse();
		assertThat(member.isSignedIn()).isTrue();
	}

	@Test
	void findsACookieThatScriptsAndOtherSitesCannotUse() {
		String email = "member%d@example.com".formatted(Production.number());
		Caller.member(email);
		String cookie = Caller.atNewAddress()
			.post("{\"query\": \"mutation { tokenAuth(username: \\\"%s\\\", password: \\\"%s\\\") { payload } }\"}"
				.formatted(email, Caller.PASSWORD))
			.headers()
			.firstValue("Set-Cookie")
			.orElseThrow();

		assertThat(cookie.split("; ")).contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=259200");
		assertThat(cookie).doesNotContain("Domain");
	}

}
