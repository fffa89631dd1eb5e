package com.howsmytrack.account.session;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// How long a session lasts and what ends it.
@WholeApplication
class SessionTests {

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	@Test
	void isVerifiedByTheCookie() {
		Browser ada = this.sessions.member("ada@example.com");
		this.clock.advance(Duration.ofHours(1));

		ada.run(SessionScenario.VERIFY)
			.hasNoErrors()
			.with("verifyToken.payload",
					Map.of("username", "ada@example.com", "exp",
							(int) (SessionScenario.NOON + SessionScenario.SESSION_SECONDS), "origIat",
							(int) SessionScenario.NOON));
	}

	@Test
	void setsNoCookieWhenVerified() {
		Browser ada = this.sessions.member("ada@example.com");

		assertThat(ada.run(SessionScenario.VERIFY).response().headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void isExtendedByARefreshAndKeepsTheTimeOfTheSignIn() {
		Browser ada = this.sessions.member("ada@example.com");
		this.clock.advance(Duration.ofHours(1));

		ada.run(SessionScenario.REFRESH)
			.hasNoErrors()
			.with("refreshToken.payload",
					Map.of("username", "ada@example.com", "exp",
							(int) (SessionScenario.NOON + 3600 + SessionScenario.SESSION_SECONDS), "origIat",
							(int) SessionScenario.NOON))
			.with("refreshToken.refreshExpiresIn", (int) (SessionScenario.NOON + SessionScenario.REFRESH_SECONDS));
		SessionScenario.assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void continuesWithTheTokenThatARefreshReplaced() {
		Browser ada = this.sessions.member("ada@example.com");
		Browser before = ada.withToken(ada.token());

		ada.run(SessionScenario.REFRESH).hasNoErrors();

		assertThat(ada.token()).isNotEqualTo(before.token());
		SessionScenario.assertSignedIn(before, "ada@example.com");
		before.run(SessionScenario.REFRESH).hasNoErrors();
	}

	@Test
	void endsAfterSeventyTwoHours() {
		Browser ada = this.sessions.member("ada@example.com");

		this.clock.advance(Duration.ofHours(72).minusSeconds(1));
		SessionScenario.assertSignedIn(ada, "ada@example.com");

		this.clock.advance(Duration.ofSeconds(2));
		SessionScenario.assertSignedOut(ada);
		SessionScenario.assertNoSession(ada.run(SessionScenario.REFRESH), "refreshToken");
		SessionScenario.assertNoSession(ada.run(SessionScenario.VERIFY), "verifyToken");
	}

	@Test
	void isRefreshedUntilTheTimeInThePayload() {
		Browser ada = this.sessions.member("ada@example.com");
		for (int day = 0; day < 6; day += 2) {
			this.clock.advance(Duration.ofDays(2));
			ada.run(SessionScenario.REFRESH)
				.hasNoErrors()
				.with("refreshToken.payload.origIat", (int) SessionScenario.NOON);
		}

		this.clock.advance(Duration.ofDays(1));
		ada.run(SessionScenario.REFRESH)
			.hasNoErrors()
			.with("refreshToken.refreshExpiresIn", (int) (SessionScenario.NOON + SessionScenario.REFRESH_SECONDS));

		this.clock.advance(Duration.ofSeconds(1));
		SessionScenario.assertNoSession(ada.run(SessionScenario.REFRESH), "refreshToken");
		SessionScenario.assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void isNeededToRefreshAndToVerify() {
		SessionScenario.assertNoSession(this.api.visitor().run(SessionScenario.REFRESH), "refreshToken");
		SessionScenario.assertNoSession(this.api.visitor().run(SessionScenario.VERIFY), "verifyToken");
	}

	@Test
	void endsWithTheAccount() {
		Browser ada = this.sessions.member("ada@example.com");
		this.database.update("DELETE FROM account");

		SessionScenario.assertSignedOut(ada);
		SessionScenario.assertNoSession(ada.run(SessionScenario.REFRESH), "refreshToken");
		SessionScenario.assertNoSession(ada.run(SessionScenario.VERIFY), "verifyToken");
	}

	@Test
	void isInvalidForANewAccountWithTheSameAddress() {
		Browser ada = this.sessions.member("ada@example.com");
		this.database.update("DELETE FROM account");

		this.sessions.register("ada@example.com");

		SessionScenario.assertSignedOut(ada);
	}

	@Test
	void staysWithTheAccountWhenAnotherAccountTakesItsFormerAddress() {
		Browser ada = this.sessions.member("ada@example.com");
		AccountScenario.updateEmail(ada, "ada@example.org").succeeded("updateEmail");

		Browser other = this.api.member("ada");

		SessionScenario.assertSignedIn(ada, "ada@example.org");
		ada.run(SessionScenario.REFRESH).hasNoErrors().with("refreshToken.payload.username", "ada@example.org");
		SessionScenario.assertSignedIn(ada, "ada@example.org");
		SessionScenario.assertSignedIn(other, "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void endsWithTheLogout(String path) {
		Browser ada = this.sessions.member("ada@example.com");

		HttpResponse<String> response = ada.get(path);

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isNotBlank().hasSizeLessThan(100);
		assertThat(SessionScenario.attributes(response))
			.contains("JWT=", "HttpOnly", "Path=/", "SameSite=Strict", "Max-Age=0")
			.doesNotContain("Secure");
		assertThat(ada.token()).isEmpty();
		SessionScenario.assertSignedOut(ada);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/logout", "/logout/" })
	void allowsALogoutWithoutASession(String path) {
		assertThat(this.api.visitor().get(path).statusCode()).isEqualTo(200);
		assertThat(this.api.visitor().withToken("garbage").get(path).statusCode()).isEqualTo(200);
	}

}
