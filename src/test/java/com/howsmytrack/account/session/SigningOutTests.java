package com.howsmytrack.account.session;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class SigningOutTests {

	@Autowired
	private Api api;

	@Autowired
	private RevokedSessions revokedSessions;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Browser ada;

	private Browser phone;

	@BeforeEach
	void signInTwice() {
		this.ada = this.api.member("ada");
		this.phone = this.api.visitor().signIn("ada@example.com");
	}

	@Test
	void revokesTheSessionOfTheCookieOnly() {
		Browser copy = this.api.visitor().withToken(this.ada.token());
		this.ada.get("/logout/");

		assertThat(copy.isSignedIn()).isFalse();
		assertThat(copy.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
		assertThat(this.phone.isSignedIn()).isTrue();
	}

	/// A copy of the cookie may be older than the last refresh.
	@Test
	void revokesEarlierTokensOfTheSession() {
		Browser copy = this.api.visitor().withToken(this.ada.token());
		this.ada.run("mutation { refreshToken { payload } }").hasNoErrors();
		this.ada.get("/logout/");

		assertThat(copy.isSignedIn()).isFalse();
		assertThat(copy.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
	}

	/// Simulates a sign-out on another instance.
	@Test
	void preventsARefreshBeforeTheNextReadOfRevocations() {
		String token = this.ada.token();
		this.ada.get("/logout/");
		this.revokedSessions.clear();

		Browser copy = this.api.visitor().withToken(token);
		assertThat(copy.isSignedIn()).as("until revocations are read").isTrue();
		assertThat(copy.run("mutation { refreshToken { payload } }").errorMessages()).hasSize(1);
		this.revokedSessions.refresh();
		assertThat(copy.isSignedIn()).isFalse();
	}

	/// The member must be signed out even then, for example on a shared computer.
	@Test
	void worksWhileTheDatabaseIsUnavailable() {
		String token = this.ada.token();
		this.database.update("ALTER TABLE revoked_session RENAME TO hidden");
		try {
			assertThat(this.ada.get("/logout/").statusCode()).isEqualTo(200);
			assertThat(this.ada.token()).isEmpty();
			assertThat(this.api.visitor().withToken(token).isSignedIn()).isFalse();
		}
		finally {
			this.database.update("ALTER TABLE hidden RENAME TO revoked_session");
		}

		this.revokedSessions.refresh();
		assertThat(this.database.count("revoked_session")).isEqualTo(1);
	}

	@Test
	void keepsEarlierTokensValidAfterARefresh() {
		Browser before = this.api.visitor().withToken(this.ada.token());
		this.ada.run("mutation { refreshToken { payload } }").hasNoErrors();

		assertThat(this.ada.token()).isNotEqualTo(before.token());
		assertThat(before.isSignedIn()).isTrue();
		assertThat(this.ada.isSignedIn()).isTrue();
	}

	/// Otherwise one member could fill the caches of all instances.
	@Test
	void revokesAllSessionsAfterAHundredSignOuts() {
		this.database.update(
				"INSERT INTO revoked_session (account_id, session_id, first_valid_generation, revoked_at, expires_at) "
						+ "SELECT 1, number::text, 1, now(), now() FROM generate_series(1, 100) AS number");
		this.ada.get("/logout/");
		this.revokedSessions.refresh();

		assertThat(this.phone.isSignedIn()).isFalse();
		assertThat(this.database.single(Long.class, "SELECT count(*) FROM revoked_session WHERE session_id <> ''"))
			.isZero();
	}

	@Test
	void revokesEverySessionOnRequest() {
		String token = this.ada.token();
		this.ada.run("mutation { signOutEverywhere { success error } }").succeeded("signOutEverywhere");

		assertThat(this.ada.token()).isEmpty();
		assertThat(this.api.visitor().withToken(token).isSignedIn()).isFalse();
		assertThat(this.phone.isSignedIn()).isFalse();
		assertThat(this.api.visitor().signIn("ada@example.com").isSignedIn()).isTrue();
	}

	@Test
	void removesARevocationOnceItsTokensHaveExpired() {
		this.ada.get("/logout/");
		this.ada.get("/logout/");
		assertThat(this.database.count("revoked_session")).isEqualTo(1);

		this.clock.advance(Duration.ofDays(10).plus(Duration.ofHours(1)));
		this.revokedSessions.removeExpired();
		assertThat(this.database.count("revoked_session")).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.revokedSessions.removeExpired();
		assertThat(this.database.count("revoked_session")).isZero();
	}

	@Test
	void readsRevocationsOfOtherInstances() {
		this.database.update(
				"INSERT INTO revoked_session (account_id, session_id, first_valid_generation, revoked_at, expires_at) "
						+ "VALUES (1, '', 1, ?, now())",
				this.clock.instant().atOffset(ZoneOffset.UTC));
		assertThat(this.ada.isSignedIn()).isTrue();

		this.revokedSessions.refresh();

		assertThat(this.ada.isSignedIn()).isFalse();
	}

	@Test
	void removesARevocationOfAllSessionsOnceTheirTokensHaveExpired() {
		AccountScenario.changePassword(this.ada).succeeded("changePassword");
		this.clock.advance(Duration.ofHours(73));
		this.revokedSessions.removeExpired();
		assertThat(this.database.count("revoked_session")).isEqualTo(1);

		this.clock.advance(Duration.ofSeconds(1));
		this.revokedSessions.removeExpired();
		assertThat(this.database.count("revoked_session")).isZero();
	}

}
