package com.howsmytrack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The PostgreSQL that tests run against: one server for the whole run, one database for all contexts,
/// given to the application as its platform gives it.
public class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final EmbeddedPostgres SERVER = start();

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	public static String databaseUrl() {
		return "postgres://postgres@localhost:%d/postgres".formatted(SERVER.getPort());
	}

	/// Another database beside it, new and empty.
	public static String newDatabase(String name) {
		JdbcTemplate server = new JdbcTemplate(SERVER.getPostgresDatabase());
		server.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
		server.execute("CREATE DATABASE " + name);
		return "postgres://postgres@localhost:%d/%s".formatted(SERVER.getPort(), name);
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test database", Map.of("DATABASE_URL", databaseUrl())));
	}

}
