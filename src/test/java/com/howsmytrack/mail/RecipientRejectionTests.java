package com.howsmytrack.mail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecipientRejectionTests {

	@ParameterizedTest
	@CsvSource({ "550, 550 5.1.1 No such user, true", "550, 550 No such user, true",
			"553, 553 Mailbox name not allowed, true", "554, 554 Delivery error, false",
			"550, 550 203.0.113.9 is listed at a blocklist, false", "550, 550 Relay access denied, false",
			"550, 550 5.2.1 Mailbox disabled, true", "556, 556 5.1.10 Null MX, true",
			"550, 550 5.4.1 Recipient address rejected, true", "551, 551 User not local, true",
			"552, 552 5.2.2 Mailbox full, false", "550, 550 5.7.1 Relaying denied, false",
			"554, 554 5.7.1 Blocked by a policy, false", "530, 530 5.7.0 Authentication required, false",
			"535, 535 Authentication failed, false", "550, 550 5.6.0 Message refused, false",
			"553, 553 5.1.8 Bad address of the sender, false", "550, 550 5.2.3 Message too long, false",
			"503, 503 Bad sequence of commands, false", "450, 450 4.2.1 Mailbox busy, false",
			"421, 421 Try again later, false" })
	void isAboutTheAddress(int code, String text, boolean expected) {
		assertThat(new RecipientRejection(code, text).isAboutAddress()).isEqualTo(expected);
	}

}
