package com.howsmytrack.account.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private static final PasswordRules RULES = new PasswordRules();

	@ParameterizedTest
	@ValueSource(
			strings = { "three tracks about the rain", "8273645190a", "        x", "🎸🎹🥁🎺🎻🎷🪕🪗", "пароль-песня" })
	void acceptPasswordsThatAreHardToGuess(String password) {
		assertThat(RULES.check(password)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "seven77", "🎸🎹🥁🎺", "password", "PASSWORD", "trustno1", "12345678", "8273645190",
			"٠١٢٣٤٥٦٧٨٩" })
	void rejectShortCommonOrNumericPasswords(String password) {
		assertThat(RULES.check(password)).contains(PasswordErrors.WEAK_PASSWORD);
	}

	@Test
	void countCodePoints() {
		assertThat(RULES.check("🎸".repeat(128))).isEmpty();
		assertThat(RULES.check("🎸".repeat(129))).contains(PasswordErrors.PASSWORD_TOO_LONG);
	}

	@Test
	void countComposedCharactersAsOne() {
		assertThat(RULES.check("e\u0301".repeat(7))).contains(PasswordErrors.WEAK_PASSWORD);
		assertThat(RULES.check("e\u0301".repeat(128))).isEmpty();
	}

	/// Normalizing the accents of the largest request body would take minutes.
	@Test
	@Timeout(60)
	void rejectMuchTooLongPasswordsQuickly() {
		String accents = "a" + "\u0301".repeat(250_000) + "\u0316".repeat(250_000);

		assertThat(RULES.check(accents)).contains(PasswordErrors.PASSWORD_TOO_LONG);
		assertThat(PasswordRules.normalize(accents)).isEqualTo(accents);
	}

	@ParameterizedTest
	@ValueSource(strings = { "long enough\u0000", "long enough\ud800", "\udc00long enough", "\u0000" })
	void rejectTextThatCannotBeStored(String password) {
		assertThat(RULES.check(password)).contains(PasswordErrors.PASSWORD_UNSUPPORTED_CHARACTER);
	}

	@Test
	void normalizeAPassword() {
		assertThat(PasswordRules.normalize("cafe\u0301")).isEqualTo(PasswordRules.normalize("caf\u00e9"));
	}

}
