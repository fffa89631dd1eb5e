package com.howsmytrack.account.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "Ada@Example.COM", "ada.lovelace+tracks@mail.example.co.uk",
			"o'hara@example.com", "1@2.example", "a!#$%&'*+/=?^_`{|}~-b@example.com", "ada@a-b.example" })
	void keepsItsSpelling(String text) {
		assertThat(EmailAddress.parse(text)).contains(new EmailAddress(text, text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "@", "ada", "ada@", "@example.com", "ada@example", "ada@example.",
			"ada@.example.com", "ada@example..com", ".ada@example.com", "ada.@example.com", "a..da@example.com",
			"ada@example.com\r\nBcc: bob@example.com", "ada@-example.com", "ada@example-.com", "ada@exam_ple.com",
			"ada@[127.0.0.1]", "ada,bob@example.com", "ada@example.com,bob@example.com", "<ada@example.com>",
			"ada\u0000@example.com", "adä@example.com" })
	void isNotParsedFromOtherText(String text) {
		assertThat(EmailAddress.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ada@example.com", "ada@example.com ", "ada@example.com\n", "\u00A0ada@example.com\u2003",
			"\u200Bada@example.com\uFEFF", "\u202Aada@example.com\u202C", "\tada@example.com\r\n",
			"\u3000ada@example.com\u2800", "\u2060ada@example.com\uFE0F", "ada@example.com\ud834\udd59" })
	void dropsSurroundingInvisibleCharacters(String text) {
		assertThat(EmailAddress.parse(text)).contains(new EmailAddress("ada@example.com", "ada@example.com"));
	}

	@ParameterizedTest
	@CsvSource({ "post@müller.example, post@xn--mller-kva.example, post@müller.example",
			"Post@Müller.Example, Post@xn--mller-kva.example, Post@Müller.Example",
			"post@xn--mller-kva.example, post@xn--mller-kva.example, post@müller.example",
			"ada@straße.example, ada@xn--strae-oqa.example, ada@straße.example",
			"ada@例え.example, ada@xn--r8jz45g.example, ada@例え.example",
			"ada@пример.example, ada@xn--e1afmkfd.example, ada@пример.example",
			"ada@דוגמה.example, ada@xn--6dbbec0c.example, ada@דוגמה.example",
			"ada@müller。example, ada@xn--mller-kva.example, ada@müller.example",
			"ada@mü\u200Bller.example, ada@xn--mller-kva.example, ada@müller.example" })
	void hasAnAsciiFormAndTheFormThatWasTyped(String text, String value, String typed) {
		assertThat(EmailAddress.parse(text)).contains(new EmailAddress(value, typed));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@pаypal.example", "ada@xn--pypal-4ve.example", "ada@mü..example", "ada@.mü.example",
			"ada@mü", "ada@xn--a.example", "ada@xn--.example", "ada@\u202Emü.example", "ada@אa.example",
			"ada@mü\u0000.example", "ada@mü_ller.example", "ada@-mü.example", "ada@mü ller.example",
			"ada@a\u200Db.example", "ada@☃.example\u0001", "mü@müller.example", "ada@mü.example@mü.example" })
	void hasNoHostileDomain(String text) {
		assertThat(EmailAddress.parse(text)).isEmpty();
	}

	@Test
	void hasNoInternationalLabelThatIsTooLong() {
		assertThat(EmailAddress.parse("ada@" + "ü".repeat(50) + ".example")).isPresent();
		assertThat(EmailAddress.parse("ada@" + "ü".repeat(64) + ".example")).isEmpty();
		assertThat(EmailAddress.parse("ada@" + "ü.".repeat(200) + "example")).isEmpty();
	}

	@Test
	void hasAtMost254Characters() {
		String domain = ("@" + ("a".repeat(60) + ".").repeat(3) + "com");

		assertThat(EmailAddress.parse("b".repeat(254 - domain.length()) + domain)).isPresent();
		assertThat(EmailAddress.parse("b".repeat(255 - domain.length()) + domain)).isEmpty();
	}

	@Test
	void hasLabelsOfAtMost63Characters() {
		assertThat(EmailAddress.parse("ada@" + "a".repeat(63) + ".com")).isPresent();
		assertThat(EmailAddress.parse("ada@" + "a".repeat(64) + ".com")).isEmpty();
	}

	@Test
	void isParsedInLinearTime() {
		assertThat(EmailAddress.parse("a.".repeat(1_000_000))).isEmpty();
	}

}
