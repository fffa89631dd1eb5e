package com.howsmytrack.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentDatabaseTests {

	@TempDir
	private Path directory;

	private final DatabaseConfiguration configuration = new DatabaseConfiguration();

	@Test
	void keepsItsDataBetweenStartsAndIsSharedWhileItRuns() throws Exception {
		try (AutoCloseable first = (AutoCloseable) this.configuration.jdbcConnectionDetails("", this.directory)) {
			execute((JdbcConnectionDetails) first, "CREATE TABLE kept (id int)");

			JdbcConnectionDetails beside = this.configuration.jdbcConnectionDetails("", this.directory);
			assertThat(beside).isInstanceOf(RunningServer.class);
			execute(beside, "INSERT INTO kept VALUES (1)");
		}

		try (AutoCloseable second = (AutoCloseable) this.configuration.jdbcConnectionDetails("", this.directory)) {
			execute((JdbcConnectionDetails) second, "DROP TABLE kept");
		}
	}

	@Test
	void usesADataDirectoryThatWasCreatedWithAnotherLocale() throws Exception {
		EmbeddedPostgres.builder()
			.setDataDirectory(this.directory)
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C")
			.start()
			.close();

		try (AutoCloseable database = (AutoCloseable) this.configuration.jdbcConnectionDetails("", this.directory)) {
			execute((JdbcConnectionDetails) database, "CREATE TABLE kept (id int)");
		}
	}

	@Test
	void isNotStartedWithADatabaseUrl() {
		assertThat(this.configuration.jdbcConnectionDetails("postgres://localhost/tracks", this.directory).getJdbcUrl())
			.isEqualTo("jdbc:postgresql://localhost/tracks");
		assertThat(this.directory).isEmptyDirectory();
	}

	private static void execute(JdbcConnectionDetails database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword())) {
			connection.createStatement().execute(sql);
		}
	}

}
