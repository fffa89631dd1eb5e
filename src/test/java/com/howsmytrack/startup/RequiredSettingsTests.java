package com.howsmytrack.startup;

import java.util.List;
import java.util.Map;

import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RequiredSettingsTests {

	/// Without `ENVIRONMENT=PROD`, sessions must not be signed with the key in the source
	/// code.
	@ParameterizedTest
	@CsvSource({ "postgres://user@db.example.com:5432/db, true", "postgres://user:p@10.0.0.5/db, true",
			"postgres://localhost:p@db.example.com/db, true", "postgres://user@localhost:5432/db, false",
			"postgres://user:p@127.0.0.1/db, false", "postgres://localhost/db, false", "'', false" })
	void generateAKeyIfTheDatabaseIsOnAnotherMachine(String databaseUrl, boolean generated) {
		StandardEnvironment environment = checked(Map.of("DATABASE_URL", databaseUrl, "SECRET_KEY", ""));

		assertThat(environment.getProperty("SECRET_KEY", "").length() == 64).isEqualTo(generated);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com", "https://www.example.com/", "http://localhost:8080",
			"HTTPS://EXAMPLE.COM", "http://[::1]:8080", "https://example.com/music", "" })
	void acceptAddresses(String address) {
		assertThatNoException().isThrownBy(() -> checked(Map.of("API_URL", address, "WEBSITE_URL", address)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "www.example.com", "localhost:8080", "ftp://example.com", "https://", "https://a b",
			"https://user:geheim@example.com", "https://example.com?x", "https://example.com#x", "/", "true" })
	void rejectMalformedAddresses(String address) {
		for (String name : List.of("API_URL", "WEBSITE_URL")) {
			assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> checked(Map.of(name, address)))
				.withMessage(name + " is not the address of a server, as https://www.example.com");
		}
	}

	private static StandardEnvironment checked(Map<String, Object> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
		new RequiredSettings((_) -> new NoOpLog()).postProcessEnvironment(environment, new SpringApplication());
		return environment;
	}

}
