package com.howsmytrack.persistence;

import java.nio.file.Path;

import com.howsmytrack.startup.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/// Selects the database: that of `DATABASE_URL`, or else the development database in `.data/`. Spring Boot configures
/// the pool, transactions and migrations from these details.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(@Value("${DATABASE_URL:}") String databaseUrl,
			@Value("${howsmytrack.database.development-directory}") Path directory) {
		return StringUtils.hasText(databaseUrl) ? DatabaseUrl.parse(databaseUrl) : developmentDatabase(directory);
	}

	/// Gives migrations their own connections, without the time limits of the pool.
	@Bean
	FlywayConnectionDetails flywayConnectionDetails(JdbcConnectionDetails details) {
		return new FlywayConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return details.getJdbcUrl();
			}

			@Override
			public @Nullable String getUsername() {
				return details.getUsername();
			}

			@Override
			public @Nullable String getPassword() {
				return details.getPassword();
			}
		};
	}

	private static JdbcConnectionDetails developmentDatabase(Path directory) {
		return RunningServer.in(directory).<JdbcConnectionDetails>map((server) -> server).orElseGet(() -> {
			if (!ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null)) {
				throw new InvalidSettingException(
						"DATABASE_URL is not set, and the packaged jar has no database of its "
								+ "own. Set it to postgres://user:password@host:port/database, or use ./mvnw spring-boot:run");
			}
			return DevelopmentDatabase.start(directory);
		});
	}

}
