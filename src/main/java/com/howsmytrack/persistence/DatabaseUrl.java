package com.howsmytrack.persistence;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.startup.InvalidSettingException;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A database URL in the form of Heroku, `postgres://user:password@host:port/database?sslmode=require`, converted for
/// JDBC. Parameters are passed to the driver.
public record DatabaseUrl(String jdbcUrl, String username, String password) implements JdbcConnectionDetails {

	private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");

	/// Parses the value of `DATABASE_URL`.
	/// @throws InvalidSettingException if it is malformed; the message does not contain
	/// the value, because that includes the password
	static DatabaseUrl parse(String text) {
		return of(text).orElseThrow(() -> new InvalidSettingException(
				"DATABASE_URL is not a PostgreSQL URL. Expected postgres://user:password@host:port/database"));
	}

	/// Empty if the text is not such a URL.
	public static Optional<DatabaseUrl> of(String text) {
		try {
			URI uri = new URI(text);
			if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null
					|| uri.getPath().length() < 2) {
				return Optional.empty();
			}
			String[] credentials = (uri.getRawUserInfo() != null) ? uri.getRawUserInfo().split(":", 2) : new String[0];
			return Optional.of(new DatabaseUrl(jdbcUrl(uri), credential(credentials, 0), credential(credentials, 1)));
		}
		catch (URISyntaxException malformed) {
			return Optional.empty();
		}
	}

	private static String jdbcUrl(URI uri) {
		String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
		String parameters = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + parameters;
	}

	/// In this part of a URL, `+` is not a space.
	private static String credential(String[] credentials, int index) {
		return (index < credentials.length)
				? URLDecoder.decode(credentials[index].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
	}

	@Override
	public String getJdbcUrl() {
		return this.jdbcUrl;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	/// Omits the password, which a record would print.
	@Override
	public String toString() {
		return this.jdbcUrl;
	}

}
