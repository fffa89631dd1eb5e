package com.howsmytrack.account.session;

import java.time.Duration;
import java.util.Map;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SignInTests {

	@Autowired
	private Api api;

	@Autowired
	private SessionScenario sessions;

	@Autowired
	private AdjustableClock clock;

	@Test
	void startsASession() {
		this.sessions.register("ada@example.com");

		Answer answer = this.sessions.signIn("ada@example.com", Api.PASSWORD);

		answer.hasNoErrors()
			.with("tokenAuth.payload",
					Map.of("username", "ada@example.com", "exp",
							(int) (SessionScenario.NOON + SessionScenario.SESSION_SECONDS), "origIat",
							(int) SessionScenario.NOON))
			.with("tokenAuth.refreshExpiresIn", (int) (SessionScenario.NOON + SessionScenario.REFRESH_SECONDS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "Ada@Example.COM", "ADA@EXAMPLE.COM" })
	void acceptsAnySpellingOfTheAddress(String written) {
		this.sessions.register("Ada@example.com");

		this.sessions.signIn(written, Api.PASSWORD).hasNoErrors().with("tokenAuth.payload.username", "Ada@example.com");
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
	void rejectsWrongCredentials(String username, String password) {
		this.sessions.register("ada@example.com");

		SessionScenario.assertCredentialsRejected(this.sessions.signIn(username, password));
	}

	@Test
	void rejectsTextThatCannotBeStored() {
		this.sessions.register("ada@example.com");

		SessionScenario.assertCredentialsRejected(this.sessions.signIn("ada@example.com\u0000", Api.PASSWORD));
		SessionScenario.assertCredentialsRejected(this.sessions.signIn("ada@example.com\ud800", Api.PASSWORD));
		SessionScenario.assertCredentialsRejected(this.sessions.signIn("ada@example.com", Api.PASSWORD + "\u0000"));
		SessionScenario.assertCredentialsRejected(this.sessions.signIn("ada@example.com", Api.PASSWORD + "\udc00"));
	}

	@Test
	void doesNotReplaceHalfASurrogatePairByAQuestionMark() {
		this.sessions.register("ada@example.com", "which tracks, and why?");

		SessionScenario
			.assertCredentialsRejected(this.sessions.signIn("ada@example.com", "which tracks, and why\ud800"));
		this.sessions.signIn("ada@example.com", "which tracks, and why?").hasNoErrors();
	}

	@Test
	void acceptsAPasswordInAnyUnicodeComposition() {
		this.sessions.register("ada@example.com", "caf\u00e9 at midnight");

		this.sessions.signIn("ada@example.com", "cafe\u0301 at midnight").hasNoErrors();
	}

	@Test
	void keepsTheSessionAfterAWrongPassword() {
		Browser ada = this.api.member("ada");
		String token = ada.token();

		SessionScenario.assertCredentialsRejected(
				ada.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"wrong\") "
						+ "{ payload refreshExpiresIn } }"));

		assertThat(ada.token()).isEqualTo(token);
		SessionScenario.assertSignedIn(ada, "ada@example.com");
	}

	@Test
	void startsANewRefreshLimit() {
		Browser ada = this.api.member("ada");
		this.clock.advance(Duration.ofDays(8));

		ada.signIn("ada@example.com");

		ada.run(SessionScenario.REFRESH)
			.hasNoErrors()
			.with("refreshToken.payload.origIat", (int) (SessionScenario.NOON + Duration.ofDays(8).toSeconds()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "a.b.c" })
	void replacesAnInvalidCookie(String token) {
		Browser browser = this.api.visitor().withToken(token);

		browser
			.run("mutation($password: String!) { registerUser(email: \"ada@example.com\", password: $password,"
					+ " passwordRepeat: $password) { success error } }", Map.of("password", Api.PASSWORD))
			.succeeded("registerUser");
		browser.signIn("ada@example.com");

		SessionScenario.assertSignedIn(browser, "ada@example.com");
	}

	@Test
	void replacesAnExpiredCookie() {
		Browser ada = this.api.member("ada");
		this.clock.advance(Duration.ofDays(10));

		ada.signIn("ada@example.com");

		SessionScenario.assertSignedIn(ada, "ada@example.com");
	}

}
