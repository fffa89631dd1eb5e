package com.howsmytrack.account.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DjangoPasswordEncoderTests {

	private final DjangoPasswordEncoder encoder = new DjangoPasswordEncoder();

	/// Hashes of another implementation.
	@ParameterizedTest
	@CsvSource({
			"three tracks about the rain,pbkdf2_sha256$180000$uYtM2XwQh4bR$NCXasx9oYJfHEtgJp3uwZTyxzFEPQKxbDMTsEIcnHWg=",
			"three tracks about the rain,pbkdf2_sha256$260000$kJ8sN1vPz0Lc6Tg3DfYbWq$DjI+NkaZg1m608A2wwcJEAVeEMPU8cidhmKB2F3+lGc=",
			"'Grüße, 音楽 and a 🎸',pbkdf2_sha256$1$n0S4ltB3gets$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=" })
	void verifiesHashesOfDjango(String password, String hash) {
		assertThat(DjangoPasswordEncoder.canRead(hash)).isTrue();
		assertThat(this.encoder.matches(password, hash)).isTrue();
		assertThat(this.encoder.matches(password + " ", hash)).isFalse();
		assertThat(this.encoder.upgradeEncoding(hash)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "!", "!bw3fGVsD5Xq", "three tracks about the rain", "pbkdf2_sha256$",
			"pbkdf2_sha256$0$salt$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=",
			"pbkdf2_sha256$2000001$salt$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=",
			"pbkdf2_sha256$99999999999$salt$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=",
			"pbkdf2_sha256$1$$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=",
			"pbkdf2_sha256$1$sält$pD6SXq0X3yLNFBPg6UnspsaC4btb74LqCmnvR4x/V98=", "pbkdf2_sha256$1$salt$pD6SXq0X3yLN",
			"pbkdf2_sha256$1$salt$", "pbkdf2_sha1$1$salt$hash", "md5$salt$hash" })
	void matchesNothingWithAMalformedHash(String garbled) {
		assertThat(DjangoPasswordEncoder.canRead(garbled)).isFalse();
		assertThat(this.encoder.matches("three tracks about the rain", garbled)).isFalse();
		assertThat(this.encoder.matches(garbled, garbled)).isFalse();
		assertThat(this.encoder.upgradeEncoding(garbled)).isTrue();
	}

	@Test
	void encodesNoPassword() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.encoder.encode("three tracks about the rain"));
	}

}
