package com.howsmytrack.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A database, with its address in the formats of the programs that use it.
record Database(String host, int port, String user, String password, String name) {

	/// @param url `postgres://user:password@host:port/database`
	static Database of(String url) {
		URI uri = URI.create(url);
		String[] credentials = uri.getUserInfo().split(":", 2);
		return new Database(uri.getHost(), (uri.getPort() < 0) ? 5432 : uri.getPort(), credentials[0],
				(credentials.length > 1) ? credentials[1] : "", uri.getPath().substring(1));
	}

	Database named(String otherName) {
		return new Database(this.host, this.port, this.user, this.password, otherName);
	}

	String url() {
		String secret = this.password.isEmpty() ? "" : ":" + this.password;
		return "postgres://" + this.user + secret + "@" + this.host + ":" + this.port + "/" + this.name;
	}

	String jdbcUrl() {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + this.name;
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(jdbcUrl(), this.user, this.password);
	}

	void execute(String sql) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/// The first column of the first row; null if there is none.
	String ask(String sql) throws SQLException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getString(1) : null;
		}
	}

	long count(String sql) throws SQLException {
		return Long.parseLong(ask(sql));
	}

}
