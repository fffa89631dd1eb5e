package com.howsmytrack.database;

import com.howsmytrack.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseUrlTests {

	@Test
	void isReadAsThePlatformGivesIt() {
		DatabaseUrl url = DatabaseUrl
			.parse("postgres://ada:p%40ss%2Fw+rd%3A@db.example.com:5433/tracks?sslmode=require");

		assertThat(url.getJdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:5433/tracks?sslmode=require");
		assertThat(url.getUsername()).isEqualTo("ada");
		assertThat(url.getPassword()).isEqualTo("p@ss/w+rd:");
	}

	@Test
	void needsNoPortNoPasswordAndNoUser() {
		DatabaseUrl url = DatabaseUrl.parse("postgresql://localhost/tracks");

		assertThat(url.getJdbcUrl()).isEqualTo("jdbc:postgresql://localhost/tracks");
		assertThat(url.getUsername()).isEmpty();
		assertThat(url.getPassword()).isEmpty();
	}

	@Test
	void neverShowsItsPassword() {
		assertThat(DatabaseUrl.parse("postgres://ada:secret@localhost/tracks"))
			.hasToString("jdbc:postgresql://localhost/tracks");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "mysql://ada:secret@localhost/tracks", "postgres://ada:secret@localhost",
			"postgres://ada:secret@localhost/", "postgres://ada:secret@/tracks", "postgres:secret",
			"postgres://a:secret@ x/y" })
	void saysWithoutThePasswordWhatIsExpectedInsteadOfAnythingElse(String text) {
		assertThatThrownBy(() -> DatabaseUrl.parse(text)).isInstanceOf(InvalidSettingException.class)
			.hasMessage("DATABASE_URL is not a PostgreSQL URL. Expected postgres://user:password@host:port/database");
	}

}
