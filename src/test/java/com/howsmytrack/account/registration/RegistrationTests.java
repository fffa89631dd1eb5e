package com.howsmytrack.account.registration;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class RegistrationTests {

	private static final String WEAK = "Please choose a more secure password. Your password must contain at least 8 "
			+ "characters, can’t be a commonly used password (e.g. \"password\") and can’t be entirely numeric.";

	@Autowired
	private Api api;

	@Autowired
	private AccountScenario accounts;

	@Autowired
	private Database database;

	@Test
	void createsAnAccountThatCanSignIn() {
		this.accounts.register("ada@example.com").succeeded("registerUser");

		this.api.visitor()
			.signIn("ada@example.com")
			.run("{ userDetails { username } }")
			.with("userDetails.username", "ada@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@", "@example.com", "ada@localhost", "ada@example..com", "a@b@example.com",
			".ada@example.com", "ada.@example.com", "a..da@example.com", "Ada <ada@example.com>", "ada@exam\nple.com",
			"\"ada\"@example.com", "ada@-example.com", "ada @example.com", "ada\u0000@example.com", "adä@example.com" })
	void rejectsAMalformedAddress(String email) {
		this.accounts.register(email)
			.hasUserError("registerUser", "INVALID_EMAIL", "Please provide a valid email address.", "email");
	}

	@Test
	void rejectsATooLongAddress() {
		String label = String.join("", Collections.nCopies(60, "a"));
		String email = "ada@" + String.join(".", Collections.nCopies(5, label)) + ".com";

		this.accounts.register(email)
			.hasUserError("registerUser", "INVALID_EMAIL", "Please provide a valid email address.", "email");
	}

	@Test
	void rejectsATakenAddressInAnyCase() {
		this.accounts.register("ada@example.com");

		this.accounts.register("Ada@Example.COM", Api.PASSWORD, "something else")
			.hasUserError("registerUser", "EMAIL_TAKEN", "An account for that email address already exists.", "email");
	}

	@Test
	void rejectsDifferentPasswords() {
		this.accounts.register("ada@example.com", "short", "shorter")
			.hasUserError("registerUser", "PASSWORDS_DIFFER", "Passwords don't match.", "passwordRepeat");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "short12", "password", "PassWord", "jennifer", "trustno1", "8273645190", "٠١٢٣٤٥٦٧٨٩" })
	void rejectsAWeakPassword(String password) {
		this.accounts.register("ada@example.com", password, password)
			.hasUserError("registerUser", "WEAK_PASSWORD", WEAK, "password");
	}

	@Test
	void rejectsATooLongPassword() {
		String password = String.join("", Collections.nCopies(129, "é"));

		this.accounts.register("ada@example.com", password, password)
			.hasUserError("registerUser", "TEXT_TOO_LONG", "Your password can have at most 128 characters.",
					"password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "long enough\u0000", "long enough\ud800" })
	void rejectsAPasswordThatCannotBeStored(String password) {
		this.accounts.register("ada@example.com", password, password)
			.hasUserError("registerUser", "UNSUPPORTED_CHARACTER",
					"Your password contains a character that cannot be stored: U+0000 or half of a surrogate pair.",
					"password");
	}

	@Test
	void storesNoPlainPassword() {
		this.accounts.register("ada@example.com");

		assertThat(this.database.single(String.class, "SELECT password_hash FROM account"))
			.startsWith("{argon2id}$argon2id$")
			.doesNotContain(Api.PASSWORD);
	}

	@Test
	void givesAnAddressToOneOfTwentyConcurrentRequests() {
		Callable<Answer> contender = () -> this.accounts.register("ada@example.com");

		List<Answer> answers = Races.onTable("account", Collections.nCopies(20, contender));

		assertThat(answers).filteredOn((answer) -> Boolean.TRUE.equals(answer.at("registerUser.success"))).hasSize(1);
		assertThat(answers).filteredOn(
				(answer) -> "An account for that email address already exists.".equals(answer.at("registerUser.error")))
			.hasSize(19);
		assertThat(this.database.count("account")).isOne();
	}

}
