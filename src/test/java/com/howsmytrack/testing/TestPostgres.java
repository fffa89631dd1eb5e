package com.howsmytrack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import com.howsmytrack.persistence.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The PostgreSQL that tests run against: one server for the whole run, one database for all contexts,
/// given to the application as its platform gives it.
///
/// It is in a container where a Docker engine answers, and the embedded one elsewhere; `-Dtests.postgres=container` or
/// `embedded` insists on one of them.
public class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(TestPostgres.class);

	private static final String URL = start(System.getProperty("tests.postgres", "any"));

	private static String start(String kind) {
		return switch (kind) {
			case "container" -> inContainer();
			case "embedded" -> embedded();
			case "any" -> any();
			default -> throw new IllegalArgumentException("tests.postgres is container or embedded, not " + kind);
		};
	}

	/// An engine may answer and have no image to run, which the library says by an error
	/// too.
	private static String any() {
		if (DockerClientFactory.instance().isDockerAvailable()) {
			try {
				return inContainer();
			}
			catch (RuntimeException | LinkageError unusable) {
				logger.warn("The Docker engine cannot run postgres:18", unusable);
			}
		}
		return embedded();
	}

	@SuppressWarnings("resource")
	private static String inContainer() {
		PostgreSQLContainer server = new PostgreSQLContainer("postgres:18").withUsername("postgres")
			.withPassword("postgres")
			.withDatabaseName("postgres")
			.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
		server.start();
		String url = "postgres://postgres:postgres@%s:%d/postgres".formatted(server.getHost(),
				server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
		logger.info("Tests run against postgres:18 in a container");
		return url;
	}

	private static String embedded() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setLocaleConfig("locale", System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8")
				.setServerConfig("fsync", "off")
				.start();
			logger.info("Tests run against the embedded PostgreSQL");
			return "postgres://postgres@localhost:%d/postgres".formatted(server.getPort());
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/// As a platform says it.
	public static String databaseUrl() {
		return URL;
	}

	/// Another database beside it, new and empty.
	public static String newDatabase(String name) {
		DatabaseUrl server = DatabaseUrl.of(URL).orElseThrow();
		JdbcTemplate admin = new JdbcTemplate(
				new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
		admin.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
		admin.execute("CREATE DATABASE " + name);
		return URL.substring(0, URL.lastIndexOf('/') + 1) + name;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test database", Map.of("DATABASE_URL", databaseUrl())));
	}

}
