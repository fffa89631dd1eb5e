package com.howsmytrack.persistence;

import com.howsmytrack.startup.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseUrlTests {

	@Test
	void isReadInTheFormOfHeroku() {
		DatabaseUrl url = DatabaseUrl
			.parse("postgres://uabc123:pdef456@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d7ghi");

		assertThat(url.getJdbcUrl()).isEqualTo("jdbc:postgresql://ec2-1-2-3-4.compute-1.amazonaws.com:5432/d7ghi");
		assertThat(url.getUsername()).isEqualTo("uabc123");
		assertThat(url.getPassword()).isEqualTo("pdef456");
	}

	@Test
	void canHaveTheLongScheme() {
		assertThat(DatabaseUrl.parse("postgresql://u:p@host:5432/db").getJdbcUrl())
			.isEqualTo("jdbc:postgresql://host:5432/db");
	}

	@Test
	void canHaveAnEscapedUserAndPassword() {
		DatabaseUrl url = DatabaseUrl.parse("postgres://a%40b:p%3As%2Fs%40%25+%C3%A9:x@host/db");

		assertThat(url.getUsername()).isEqualTo("a@b");
		assertThat(url.getPassword()).isEqualTo("p:s/s@%+é:x");
	}

	@Test
	void canHaveNoPort() {
		assertThat(DatabaseUrl.parse("postgres://u:p@host/db").getJdbcUrl()).isEqualTo("jdbc:postgresql://host/db");
	}

	@Test
	void canHaveNoPassword() {
		DatabaseUrl url = DatabaseUrl.parse("postgres://postgres@localhost:5432/postgres");

		assertThat(url.getUsername()).isEqualTo("postgres");
		assertThat(url.getPassword()).isEmpty();
	}

	@Test
	void passesItsParametersOn() {
		assertThat(DatabaseUrl.parse("postgres://u:p@host:1/db?sslmode=require&application_name=a%26b").getJdbcUrl())
			.isEqualTo("jdbc:postgresql://host:1/db?sslmode=require&application_name=a%26b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "geheim", "postgres://u:geheim@/db", "postgres://u:geheim@host",
			"postgres://u:geheim@host/", "mysql://u:geheim@host/db", "jdbc:postgresql://u:geheim@host/db",
			"postgres://u:geheim geheim@host/db", "postgres://u:geheim%@host/db", "postgres://u:geheim%zz@host/db",
			"//u:geheim@host/db", "postgres:geheim", "postgres://u:geheim@host:port/db" })
	void isRejectedWithoutRepeatingThePasswordIfMalformed(String text) {
		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> DatabaseUrl.parse(text))
			.withNoCause()
			.withMessageContaining("DATABASE_URL")
			.satisfies((refused) -> assertThat(refused.getMessage()).doesNotContain("geheim").hasLineCount(1));
	}

	@Test
	void printsNoPassword() {
		assertThat(DatabaseUrl.parse("postgres://u:geheim@host:1/db")).asString()
			.contains("host:1/db")
			.doesNotContain("geheim");
	}

}
