package com.howsmytrack.attacks;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// An attacker has a list of leaked passwords and a script.
class GuessingPasswordsTests {

	private static final String WRONG = "Please enter valid credentials";

	private static final String TOO_MANY = "Too many attempts.";

	private static String victim() {
		String email = "victim%d@example.com".formatted(Production.number());
		Caller.member(email);
		return email;
	}

	private static int checkedGuesses(Iterable<Caller> callers, String email) {
		int checked = 0;
		int number = 0;
		for (Caller caller : callers) {
			String spelling = (number % 2 == 0) ? email : email.toUpperCase(Locale.ROOT);
			String message = caller.signIn(spelling, "guess " + number++);
			assertThat(message).satisfiesAnyOf((text) -> assertThat(text).isEqualTo(WRONG),
					(text) -> assertThat(text).startsWith(TOO_MANY + " Try again in "));
			checked += WRONG.equals(message) ? 1 : 0;
		}
		return checked;
	}

	@Test
	void isBlockedWithinThirtyAttemptsFromOneAddressInAnyLetterCase() {
		String victim = victim();
		Caller guesser = Caller.atNewAddress();

		assertThat(checkedGuesses(Collections.nCopies(30, guesser), victim)).isLessThanOrEqualTo(10);
		assertThat(guesser.signIn(victim, Caller.PASSWORD)).as("the right one, too").startsWith(TOO_MANY);
	}

	@Test
	void isBlockedWithinThirtyAttemptsFromManyAddresses() {
		String victim = victim();

		assertThat(checkedGuesses(IntStream.range(0, 40).mapToObj((_) -> Caller.atNewAddress()).toList(), victim))
			.isLessThanOrEqualTo(30);
	}

	@Test
	void isNotHelpedByAForgedAddress() {
		String victim = victim();
		Caller guesser = Caller.atNewAddress();
		int checked = 0;
		for (int guess = 0; guess < 30; guess++) {
			String body = guesser
				.post("""
						{"query": "mutation { tokenAuth(username: \\"%s\\", password: \\"%d\\") { payload } }"}"""
					.formatted(victim, guess), "X-Forwarded-For", "203.0.113." + guess, "Forwarded",
						"for=203.0.113." + guess, "X-Real-IP", "203.0.113." + guess)
				.body();
			checked += body.contains(WRONG) ? 1 : 0;
		}

		assertThat(checked).isLessThanOrEqualTo(10);
	}

	@Test
	void isNotHelpedByManyAttemptsInOneDocument() {
		String many = IntStream.range(0, 50)
			.mapToObj((guess) -> "a%d: tokenAuth(username: \"x@example.com\", password: \"%d\") { payload }"
				.formatted(guess, guess))
			.collect(Collectors.joining(" ", "mutation { ", " }"));
		String hidden = "mutation { ...a b: tokenAuth(username: \"x\", password: \"y\") { payload } } "
				+ "fragment a on Mutation { tokenAuth(username: \"x\", password: \"z\") { payload } }";
		String mixed = "mutation { tokenAuth(username: \"x\", password: \"y\") { payload } "
				+ "registerUser(email: \"x\", password: \"y\", passwordRepeat: \"y\") { success } }";

		for (String document : new String[] { many, hidden, mixed }) {
			String body = Caller.atNewAddress().run(document, Map.of());

			assertThat(Caller.<String>read(body, "$.errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
			assertThat(body).doesNotContain("\"tokenAuth\"");
		}
	}

	@Test
	void doesNotBlockTheOwnerForTwoMinutes() {
		String victim = victim();
		checkedGuesses(IntStream.range(0, 60).mapToObj((_) -> Caller.atNewAddress()).toList(), victim);

		Production.clock().advance(Duration.ofMinutes(2));

		assertThat(Caller.atNewAddress().signIn(victim, Caller.PASSWORD)).isNull();
	}

	@Test
	void doesNotRevealWhichAddressesHaveAccounts() {
		String victim = victim();
		Caller guesser = Caller.atNewAddress();

		for (String email : new String[] { victim, "nobody@example.com", "no address", "", "' OR 1=1 --", "\0",
				"\ud800", "v\u0130ctim@example.com" }) {
			assertThat(guesser.signIn(email, "guess")).isEqualTo(WRONG);
		}
		assertThat(guesser.run("mutation { requestPasswordReset(email: \"%s\") { success error } }".formatted(victim),
				Map.of()))
			.isEqualTo(
					guesser.run("mutation { requestPasswordReset(email: \"nobody%d@example.com\") { success error } }"
						.formatted(Production.number()), Map.of()));
	}

	@Test
	void doesNotAllowThousandsOfRegistrations() {
		Caller caller = Caller.atNewAddress();
		int registered = 0;
		for (int account = 0; account < 25; account++) {
			registered += (caller.register("robot%d@example.com".formatted(Production.number())) == null) ? 1 : 0;
		}

		assertThat(registered).isEqualTo(20);
		assertThat(caller.register("robot@example.com")).startsWith(TOO_MANY);
	}

}
