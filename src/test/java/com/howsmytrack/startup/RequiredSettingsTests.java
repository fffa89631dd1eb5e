package com.howsmytrack.startup;

import java.util.Map;

import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSettingsTests {

	/// Without `ENVIRONMENT=PROD`, sessions must not be signed with the key in the source
	/// code.
	@ParameterizedTest
	@CsvSource({ "postgres://user@db.example.com:5432/db, true", "postgres://user:p@10.0.0.5/db, true",
			"postgres://localhost:p@db.example.com/db, true", "postgres://user@localhost:5432/db, false",
			"postgres://user:p@127.0.0.1/db, false", "postgres://localhost/db, false", "'', false" })
	void generateAKeyIfTheDatabaseIsOnAnotherMachine(String databaseUrl, boolean generated) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("DATABASE_URL", databaseUrl, "SECRET_KEY", "")));

		new RequiredSettings((_) -> new NoOpLog()).postProcessEnvironment(environment, new SpringApplication());

		assertThat(environment.getProperty("SECRET_KEY", "").length() == 64).isEqualTo(generated);
	}

}
