package com.howsmytrack.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Opens connections outside the pool, with short time limits.
final class LiveConnections {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final JdbcConnectionDetails database;

	LiveConnections(JdbcConnectionDetails database) {
		this.database = database;
	}

	Connection open() throws SQLException {
		Properties properties = new Properties();
		setIfPresent(properties, PGProperty.USER, this.database.getUsername());
		setIfPresent(properties, PGProperty.PASSWORD, this.database.getPassword());
		PGProperty.APPLICATION_NAME.set(properties, "howsmytrack live");
		PGProperty.CONNECT_TIMEOUT.set(properties, (int) LIMIT.toSeconds());
		PGProperty.SOCKET_TIMEOUT.set(properties, (int) LIMIT.toSeconds());
		PGProperty.TCP_KEEP_ALIVE.set(properties, true);
		return DriverManager.getConnection(this.database.getJdbcUrl(), properties);
	}

	private static void setIfPresent(Properties properties, PGProperty property, @Nullable String value) {
		if (value != null) {
			property.set(properties, value);
		}
	}

}
