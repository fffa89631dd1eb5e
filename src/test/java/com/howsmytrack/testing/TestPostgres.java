package com.howsmytrack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

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

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test database", Map.of("DATABASE_URL", databaseUrl())));
	}

}
