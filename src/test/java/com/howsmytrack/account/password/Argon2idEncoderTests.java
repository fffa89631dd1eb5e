package com.howsmytrack.account.password;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.Races;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class Argon2idEncoderTests {

	private static final String PASSWORD = "Grüße, 音楽 and a 🎸";

	private final PasswordEncoder spring = new Argon2PasswordEncoder(16, 32, 1, 64, 2);

	private final Argon2idEncoder encoder = new Argon2idEncoder(64, 2, 1);

	@Test
	void writesHashesThatSpringSecurityReads() {
		String hash = this.encoder.encode(PASSWORD);

		assertThat(this.spring.matches(PASSWORD, hash)).isTrue();
		assertThat(this.spring.matches(PASSWORD + " ", hash)).isFalse();
	}

	@Test
	void readsHashesOfSpringSecurity() {
		String hash = this.spring.encode(PASSWORD);

		assertThat(this.encoder.matches(PASSWORD, hash)).isTrue();
		assertThat(this.encoder.matches(PASSWORD + " ", hash)).isFalse();
	}

	@Test
	void readsHashesOfOtherCosts() {
		String hash = new Argon2PasswordEncoder(8, 64, 2, 256, 3).encode(PASSWORD);

		assertThat(this.encoder.matches(PASSWORD, hash)).isTrue();
	}

	@Test
	void saltsEachHash() {
		assertThat(this.encoder.encode(PASSWORD)).isNotEqualTo(this.encoder.encode(PASSWORD));
	}

	@Test
	void upgradesHashesOfLowerCost() {
		assertThat(this.encoder.upgradeEncoding(this.encoder.encode(PASSWORD))).isFalse();
		assertThat(this.encoder.upgradeEncoding(new Argon2idEncoder(65, 3, 1).encode(PASSWORD))).isFalse();
		assertThat(this.encoder.upgradeEncoding(new Argon2idEncoder(63, 2, 1).encode(PASSWORD))).isTrue();
		assertThat(this.encoder.upgradeEncoding(new Argon2idEncoder(64, 1, 1).encode(PASSWORD))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "$argon2id$v=19$m=64,t=2,p=1$****$****", "$argon2i$v=19$m=64,t=2,p=1$YWJj$YWJj",
			"$argon2id$v=19$m=99999999999,t=2,p=1$YWJj$YWJj", "$argon2id$v=16$m=64,t=2,p=1$YWJj$YWJj" })
	void matchesNothingWithAMalformedHash(String garbled) {
		assertThat(this.encoder.matches(PASSWORD, garbled)).isFalse();
		assertThat(this.encoder.upgradeEncoding(garbled)).isTrue();
	}

	@Test
	void reusesMemoryForConcurrentHashes() {
		List<Callable<Boolean>> hashes = new ArrayList<>();
		for (int number = 1; number <= 16; number++) {
			String password = PASSWORD + number;
			hashes.add(() -> this.spring.matches(password, this.encoder.encode(password)));
		}

		assertThat(Races.run(hashes)).hasSize(16).containsOnly(true);
	}

	@Test
	void makesADummyHashWithTheSameCostsThatNoPasswordMatches() {
		String real = this.encoder.encode(PASSWORD);
		String dummy = this.encoder.dummyHash();

		assertThat(dummy).hasSameSizeAs(real);
		assertThat(dummy.substring(0, dummy.indexOf("p=1$"))).isEqualTo(real.substring(0, real.indexOf("p=1$")));
		assertThat(this.spring.matches("", dummy)).isFalse();
	}

}
