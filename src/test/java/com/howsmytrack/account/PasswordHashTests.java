package com.howsmytrack.account;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class PasswordHashTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private String hash() {
		return this.database.single(String.class, "SELECT password_hash FROM account");
	}

	@Test
	void isMadeAnewWhenItIsFromATimeOfLowerCosts() {
		this.api.member("ada");
		String cheap = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(Api.PASSWORD);
		this.database.update("UPDATE account SET password_hash = ?", cheap);

		assertThat(this.api.opens("ada@example.com", "wrong")).isFalse();
		assertThat(hash()).isEqualTo(cheap);
		assertThat(this.api.opens("ada@example.com", Api.PASSWORD)).isTrue();
		String renewed = hash();
		assertThat(renewed).startsWith("{argon2id}$argon2id$v=19$m=64,t=1,p=1$");
		assertThat(this.api.opens("ada@example.com", Api.PASSWORD)).isTrue();
		assertThat(hash()).isEqualTo(renewed);
	}

	@Test
	void waitsForAPlaceWhenTheMachineIsBusy() {
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		PasswordEncoder encoder = new QueueingPasswordEncoder(new CountingEncoder(atOnce, most), 2);
		List<Callable<Boolean>> guesses = new ArrayList<>();
		for (int guess = 1; guess <= 12; guess++) {
			guesses.add(() -> encoder.matches("x", "x"));
		}

		assertThat(Races.run(guesses)).hasSize(12).containsOnly(true);
		assertThat(most.get()).isBetween(1, 2);
	}

	private record CountingEncoder(AtomicInteger atOnce, AtomicInteger most) implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			return password.toString();
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			this.most.accumulateAndGet(this.atOnce.incrementAndGet(), Math::max);
			boolean same = encode(password).contentEquals(hash);
			this.atOnce.decrementAndGet();
			return same;
		}

	}

}
