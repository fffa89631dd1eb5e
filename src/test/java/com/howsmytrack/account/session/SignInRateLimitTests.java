package com.howsmytrack.account.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.web.NetworkAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Rate limits of sign-ins. Most tests guess the password of Ada.
@WholeApplication
class SignInRateLimitTests {

	private static final String WRONG = "Please enter valid credentials";

	@Autowired
	private Api api;

	@Autowired
	private SignInRateLimit rateLimit;

	@Autowired
	private AdjustableClock clock;

	@BeforeEach
	void createAda() {
		this.api.member("ada");
	}

	private List<String> signIn(String email, String password) {
		Answer answer = this.api.visitor()
			.run("mutation($email: String!, $password: String!) { tokenAuth(username: $email, password: $password) { payload } }",
					Map.of("email", email, "password", password));
		return answer.errorMessages();
	}

	@Test
	void allowsTenWrongPasswordsForOneAccountFromOneNetwork() {
		for (int time = 1; time <= 10; time++) {
			assertThat(signIn("ada@example.com", "guess " + time)).containsExactly(WRONG);
		}

		assertThat(signIn("ada@example.com", "guess 11")).containsExactly("Too many attempts. Try again in 1 minute.");
		assertThat(signIn("ada@example.com", Api.PASSWORD)).as("the correct password")
			.containsExactly("Too many attempts. Try again in 1 minute.");
		assertThat(signIn("ADA@Example.com", Api.PASSWORD)).as("the address in another case")
			.containsExactly("Too many attempts. Try again in 1 minute.");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
	}

	/// Case conversion in the database may treat the character as another `i`.
	@Test
	void matchesNoAddressThatOnlyLooksSimilar() {
		this.api.member("iris");

		assertThat(signIn("\u0130ris@example.com", Api.PASSWORD)).containsExactly(WRONG);
		assertThat(signIn("iri\u017f@example.com", Api.PASSWORD)).containsExactly(WRONG);
	}

	@Test
	void limitsCorrectPasswordsOfOneAccount() {
		for (int time = 1; time <= 300; time++) {
			assertThat(this.rateLimit.tryOnce("bo@example.com", new NetworkAddress("here"))).isEmpty();
			this.rateLimit.succeeded("bo@example.com", new NetworkAddress("here"));
		}

		assertThat(this.rateLimit.tryOnce("bo@example.com", new NetworkAddress("here")))
			.contains(Duration.ofSeconds(2));
	}

	@Test
	void letsTheOwnerSignInFromAnotherNetwork() {
		NetworkAddress guesser = new NetworkAddress("203.0.113.7");
		for (int time = 1; time <= 30; time++) {
			this.rateLimit.tryOnce("ada@example.com", guesser);
		}

		assertThat(this.rateLimit.tryOnce("ada@example.com", guesser)).isPresent();
		assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
	}

	@Test
	void limitsAttemptsFromManyNetworksAndLetsTheOwnerSignInSoonAfter() {
		int allowed = 0;
		for (int network = 1; network <= 40; network++) {
			boolean denied = this.rateLimit.tryOnce("ada@example.com", new NetworkAddress("203.0.113." + network))
				.isPresent();
			allowed += denied ? 0 : 1;
		}

		assertThat(allowed).isEqualTo(25);
		assertThat(this.rateLimit.tryOnce("ada@example.com", new NetworkAddress("203.0.113.99"))).isPresent();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
	}

	/// Attempts from other networks do not count for a network with an earlier sign-in.
	@Test
	void letsTheOwnerSignInFromAKnownNetworkDespiteOtherAttempts() {
		assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
		for (int network = 1; network <= 60; network++) {
			this.rateLimit.tryOnce("ada@example.com", new NetworkAddress("203.0.113." + network));
		}

		assertThat(this.rateLimit.tryOnce("ada@example.com", new NetworkAddress("203.0.113.61"))).isPresent();
		assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
	}

	/// A sign-in counts as a wrong password until its password is checked.
	@Test
	void allowsManyConcurrentSignIns() {
		List<Callable<List<String>>> signIns = new ArrayList<>();
		for (int time = 1; time <= 40; time++) {
			signIns.add(() -> signIn("ada@example.com", Api.PASSWORD));
		}

		assertThat(Races.run(signIns)).containsOnly(List.of());
	}

	@Test
	void limitsAttemptsForManyAccountsFromOneNetwork() {
		for (int account = 1; account <= 100; account++) {
			this.rateLimit.tryOnce("member%d@example.com".formatted(account), new NetworkAddress("203.0.113.7"));
		}

		assertThat(this.rateLimit.tryOnce("bo@example.com", new NetworkAddress("203.0.113.7"))).isPresent();
		assertThat(this.rateLimit.tryOnce("bo@example.com", new NetworkAddress("203.0.113.8"))).isEmpty();
	}

	@Test
	void limitsWrongPasswordsForSixtyAccountsFromOneNetworkWithinTenMinutes() {
		int checked = 0;
		for (int account = 1; account <= 60; account++) {
			checked += signIn("member%d@example.com".formatted(account), "guess").contains(WRONG) ? 1 : 0;
			this.clock.advance(Duration.ofSeconds(10));
		}

		assertThat(checked).isLessThanOrEqualTo(50);
	}

	@Test
	void allowsManyMembersInOneNetwork() {
		NetworkAddress office = new NetworkAddress("203.0.113.7");

		for (int member = 1; member <= 500; member++) {
			String email = "member%d@example.com".formatted(member);
			assertThat(this.rateLimit.tryOnce(email, office)).isEmpty();
			this.rateLimit.succeeded(email, office);
		}
	}

	@Test
	void doesNotRevealWhetherThereIsAnAccount() {
		for (int time = 1; time <= 10; time++) {
			assertThat(signIn("nobody@example.com", "guess")).containsExactly(WRONG);
		}

		assertThat(signIn("nobody@example.com", "guess")).containsExactly("Too many attempts. Try again in 1 minute.");
	}

	@Test
	void allowsNoMoreConcurrentAttempts() {
		List<Callable<List<String>>> guesses = new ArrayList<>();
		for (int guess = 1; guess <= 16; guess++) {
			String password = "guess " + guess;
			guesses.add(() -> signIn("ada@example.com", password));
		}

		List<List<String>> answers = Races.run(guesses);

		assertThat(answers).filteredOn((messages) -> messages.contains(WRONG)).hasSize(10);
	}

	@Test
	void doesNotCountCorrectPasswords() {
		for (int time = 1; time <= 40; time++) {
			assertThat(signIn("ada@example.com", Api.PASSWORD)).isEmpty();
		}
	}

	@Test
	void answersWithAnErrorCode() {
		for (int time = 1; time <= 10; time++) {
			signIn("ada@example.com", "guess");
		}
		Answer denied = this.api.visitor()
			.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"x\") { payload } }");

		denied.with("tokenAuth", null);
		assertThat(denied.<String>error("[0].extensions.code")).isEqualTo("TOO_MANY_ATTEMPTS");
	}

}
