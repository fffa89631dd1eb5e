package com.howsmytrack.account.password;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

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
	void isReplacedIfItHasALowerCost() {
		this.api.member("ada");
		String cheap = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(Api.PASSWORD);
		this.database.update("UPDATE account SET password_hash = ?", cheap);

		assertThat(this.api.canSignIn("ada@example.com", "wrong")).isFalse();
		assertThat(hash()).isEqualTo(cheap);
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
		String renewed = hash();
		assertThat(renewed).startsWith("{argon2id}$argon2id$v=19$m=64,t=1,p=1$");
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
		assertThat(hash()).isEqualTo(renewed);
	}

}
