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

/// The PostgreSQL server of the tests, with one database for all contexts.
///
/// It runs in a container if a Docker engine is available, and embedded otherwise. `-Dtests.postgres=container` or
/// `embedded` forces one of them.
public class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(TestPostgres.class);

	private static final String URL = start(System.getProperty("tests.postgres", "any"));

	private static String start(String kind) {
		return switch (kind) {
			case "container" -> inContainer();
			case "embedded" -> embedded();
			case "any" -> any();
			default -> throw new IllegalArgumentException("tests.postgres must be container or embedded, not " + kind);
		};
	}

	/// If the engine cannot provide the image, the library throws an exception or an
	/// error.
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

	/// In the format of `DATABASE_URL`.
	public static String databaseUrl() {
		return URL;
	}

	/// Creates an empty database on the same server and returns its URL.
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
