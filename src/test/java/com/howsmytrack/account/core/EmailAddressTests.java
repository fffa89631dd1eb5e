package com.howsmytrack.account.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "Ada@Example.COM", "ada.lovelace+tracks@mail.example.co.uk",
			"o'hara@example.com", "1@2.example", "a!#$%&'*+/=?^_`{|}~-b@example.com", "ada@xn--bcher-kva.example",
			"ada@a-b.example" })
	void keepsItsSpelling(String text) {
		assertThat(EmailAddress.parse(text)).contains(new EmailAddress(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "@", "ada", "ada@", "@example.com", "ada@example", "ada@example.",
			"ada@.example.com", "ada@example..com", ".ada@example.com", "ada.@example.com", "a..da@example.com",
			" ada@example.com", "ada@example.com ", "ada@example.com\n", "ada@example.com\r\nBcc: bob@example.com",
			"ada@-example.com", "ada@example-.com", "ada@exam_ple.com", "ada@[127.0.0.1]", "ada,bob@example.com",
			"ada@example.com,bob@example.com", "<ada@example.com>", "ada\u0000@example.com", "adä@example.com" })
	void isNotParsedFromOtherText(String text) {
		assertThat(EmailAddress.parse(text)).isEmpty();
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
