package com.howsmytrack.persistence;

import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Logs a warning at the start if the database classifies characters by the locale `C`. In such a database, PostgreSQL
/// recognizes only ASCII letters, and its extension `pg_trgm` makes no trigrams of Cyrillic or CJK text.
@Component
@ConditionalOnWebApplication
class DatabaseLocaleWarning implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseLocaleWarning.class);

	/// Two names of the same locale.
	private static final Set<String> ASCII_ONLY = Set.of("C", "POSIX");

	private final JdbcClient jdbc;

	DatabaseLocaleWarning(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		// With every locale provider: pg_trgm of PostgreSQL 18 always uses datctype.
		String locale = this.jdbc.sql("SELECT datctype FROM pg_database WHERE datname = current_database()")
			.query(String.class)
			.single();
		if (ASCII_ONLY.contains(locale)) {
			logger.warn("The database has the locale {}: text search does not work for letters outside ASCII. "
					+ "Create the database with the locale C.UTF-8", locale);
		}
	}

}
