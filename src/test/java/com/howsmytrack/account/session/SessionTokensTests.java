package com.howsmytrack.account.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.ratelimit.Rate;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class SessionTokensTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final AccountId ADA = new AccountId(7);

	private static final String KEY = "a key for tests, which has more than 32 bytes";

	@Test
	void areReadAsTheyWereSigned() {
		SessionToken token = at(NOON).begin(ADA, 3);

		assertThat(at(NOON).read(at(NOON).sign(token)))
			.contains(new SessionToken(token.id(), token.session(), ADA, NOON.plus(Duration.ofHours(72)), NOON, 3));
	}

	@Test
	void areUnique() {
		assertThat(at(NOON).sign(at(NOON).begin(ADA, 3))).isNotEqualTo(at(NOON).sign(at(NOON).begin(ADA, 3)));
	}

	@Test
	void expireOnTime() {
		String signed = at(NOON).sign(at(NOON).begin(ADA, 3));
		Instant expiry = NOON.plus(Duration.ofHours(72));

		assertThat(at(expiry.minusSeconds(1)).read(signed)).isPresent();
		assertThat(at(expiry.plusSeconds(1)).read(signed)).isEmpty();
	}

	@Test
	void areRefreshedUntilTheLimit() {
		SessionToken token = new SessionToken("one", "first", ADA, NOON.plus(Duration.ofDays(8)), NOON, 3);
		Instant last = NOON.plus(Duration.ofDays(7));

		assertThat(at(NOON).refreshableUntil(token)).isEqualTo(last);
		SessionToken refreshed = at(last).refresh(token).orElseThrow();
		assertThat(refreshed)
			.isEqualTo(new SessionToken(refreshed.id(), "first", ADA, last.plus(Duration.ofHours(72)), NOON, 3));
		assertThat(refreshed.id()).isNotEqualTo(token.id());
		assertThat(at(last.plusSeconds(1)).refresh(token)).isEmpty();
	}

	@Test
	void areInvalidUnderAnotherKey() {
		String signed = tokens(NOON, KEY.toUpperCase(Locale.ROOT)).sign(at(NOON).begin(ADA, 3));

		assertThat(at(NOON).read(signed)).isEmpty();
	}

	@Test
	void areValidWhileTheirKeyIsThePreviousKey() {
		String before = at(NOON).sign(at(NOON).begin(ADA, 3));
		String newKey = "another key, which has more than 32 bytes as well";

		assertThat(tokens(NOON, newKey, KEY).read(before)).isPresent();
		assertThat(tokens(NOON, newKey).read(before)).isEmpty();
		assertThat(tokens(NOON, KEY).read(tokens(NOON, newKey, KEY).sign(at(NOON).begin(ADA, 3))))
			.as("new ones are signed with the new key")
			.isEmpty();
	}

	private static SessionTokens at(Instant now) {
		return tokens(now, KEY);
	}

	private static SessionTokens tokens(Instant now, String key) {
		return tokens(now, key, "");
	}

	private static SessionTokens tokens(Instant now, String key, String previousKey) {
		Rate anyRate = new Rate(1, Duration.ofDays(1));
		AccountSettings settings = new AccountSettings(new AccountSettings.PasswordHash(DataSize.ofKilobytes(64), 1),
				key, previousKey, Duration.ofHours(72), Duration.ofDays(7), false, Duration.ofSeconds(1),
				Duration.ofHours(1), true, Duration.ofDays(3),
				new AccountSettings.RateLimits(anyRate, anyRate, anyRate, anyRate, anyRate, anyRate, anyRate, anyRate,
						anyRate, anyRate, anyRate, anyRate, anyRate, anyRate));
		return new SessionTokens(settings, Clock.fixed(now, ZoneOffset.UTC));
	}

}
