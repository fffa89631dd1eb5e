package com.howsmytrack.persistence;

import com.howsmytrack.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseLocaleTests {

	private static final String WARNING = "The database has the locale C:";

	@ParameterizedTest
	@ValueSource(strings = { "Привет", "音楽制作", "Ünïcödé" })
	void makesTrigramsOfAllScripts(String text) {
		JdbcClient database = connect(TestPostgres.newDatabase("trigrams"));
		database.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();

		assertThat(
				database.sql("SELECT cardinality(show_trgm(:text))").param("text", text).query(Integer.class).single())
			.isGreaterThanOrEqualTo(text.length());
	}

	@Test
	void isWarnedOfOnceWhenItHasOnlyAsciiLetters(CapturedOutput log) {
		JdbcClient server = connect(TestPostgres.databaseUrl());
		server.sql("DROP DATABASE IF EXISTS only_ascii WITH (FORCE)").update();
		server.sql("CREATE DATABASE only_ascii LOCALE 'C' TEMPLATE template0").update();

		start(connect(TestPostgres.databaseUrl().replaceFirst("[^/]*$", "only_ascii")));

		assertThat(log).containsOnlyOnce(WARNING).contains("Create the database with the locale C.UTF-8");
	}

	/// The extension pg_trgm uses the locale of the C library also if the database has
	/// another locale provider.
	@Test
	void isWarnedOfWithAnotherLocaleProvider(CapturedOutput log) {
		JdbcClient server = connect(TestPostgres.databaseUrl());
		server.sql("DROP DATABASE IF EXISTS builtin_locale WITH (FORCE)").update();
		server.sql("""
				CREATE DATABASE builtin_locale LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'
				ENCODING 'UTF8' TEMPLATE template0""").update();
		JdbcClient database = connect(TestPostgres.databaseUrl().replaceFirst("[^/]*$", "builtin_locale"));

		start(database);

		assertThat(log).containsOnlyOnce(WARNING);
		database.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
		assertThat(database.sql("SELECT cardinality(show_trgm('Привет'))").query(Integer.class).single()).isZero();
	}

	@Test
	void isNotWarnedOfInTheEmbeddedDatabase(CapturedOutput log) {
		start(connect(TestPostgres.databaseUrl()));

		assertThat(log).doesNotContain(WARNING);
	}

	private static void start(JdbcClient database) {
		new DatabaseLocaleWarning(database).run(new DefaultApplicationArguments());
	}

	private static JdbcClient connect(String databaseUrl) {
		DatabaseUrl url = DatabaseUrl.of(databaseUrl).orElseThrow();
		return JdbcClient.create(new DriverManagerDataSource(url.jdbcUrl(), url.username(), url.password()));
	}

}
