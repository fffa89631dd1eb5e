package com.howsmytrack.startup;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Stops the start in production if the database, the secret key or the public address is not set, and everywhere if an
/// address is malformed. It runs before any bean is created, so that the log contains one line instead of the resulting
/// failures of many beans.
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

	/// HS256 needs a key at least as long as its hash.
	private static final int SECRET_KEY_BYTES = 32;

	private static final Pattern LOCAL_DATABASE = Pattern
		.compile("^[a-z]+://([^@/]*@)?(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/|$)");

	private static final Pattern ADDRESS = Pattern
		.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d+)?(/[^?#\\s]*)?", Pattern.CASE_INSENSITIVE);

	private static final String ADDRESS_EXAMPLE = "https://www.example.com";

	private final Log logger;

	RequiredSettings(DeferredLogFactory logs) {
		this.logger = logs.getLog(RequiredSettings.class);
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		checkAddress(environment, "API_URL");
		checkAddress(environment, "WEBSITE_URL");
		if (!environment.matchesProfiles(ProductionProfile.NAME)) {
			replaceDevelopmentKey(environment);
			return;
		}
		if (!StringUtils.hasText(environment.getProperty("DATABASE_URL"))) {
			throw new InvalidSettingException("DATABASE_URL is not set. "
					+ "Production needs a PostgreSQL database, as postgres://user:password@host:port/database");
		}
		if (isShort(environment.getProperty("SECRET_KEY", ""))) {
			throw new InvalidSettingException("SECRET_KEY is missing or too short. "
					+ "Production needs at least %d random bytes to sign sessions with".formatted(SECRET_KEY_BYTES));
		}
		String previous = environment.getProperty("PREVIOUS_SECRET_KEY", "");
		if (StringUtils.hasText(previous) && isShort(previous)) {
			throw new InvalidSettingException("PREVIOUS_SECRET_KEY is too short to have been a SECRET_KEY");
		}
		if (!StringUtils.hasText(environment.getProperty("API_URL"))) {
			throw new InvalidSettingException("API_URL is not set. Production needs the public address of this server, "
					+ "to which the links in mails lead, as " + ADDRESS_EXAMPLE);
		}
	}

	/// Links are built from these addresses, and origins are compared with them.
	private static void checkAddress(ConfigurableEnvironment environment, String name) {
		String address = environment.getProperty(name);
		if (StringUtils.hasText(address) && !ADDRESS.matcher(address).matches()) {
			throw new InvalidSettingException(name + " is not the address of a server, as " + ADDRESS_EXAMPLE);
		}
	}

	/// With a database on another machine, this is probably production, and `ENVIRONMENT`
	/// is missing by mistake. Its sessions must not be signed with the key in the source
	/// code.
	private void replaceDevelopmentKey(ConfigurableEnvironment environment) {
		String database = environment.getProperty("DATABASE_URL", "");
		if (StringUtils.hasText(database) && !LOCAL_DATABASE.matcher(database).find()
				&& !StringUtils.hasText(environment.getProperty("SECRET_KEY"))) {
			byte[] key = new byte[SECRET_KEY_BYTES];
			new SecureRandom().nextBytes(key);
			environment.getPropertySources()
				.addFirst(new MapPropertySource("generated secret key",
						Map.of("SECRET_KEY", HexFormat.of().formatHex(key))));
			this.logger
				.warn("SECRET_KEY is not set, and the database is on another machine. Sessions are signed with a "
						+ "random key and end with this process. Is ENVIRONMENT=PROD missing?");
		}
	}

	private static boolean isShort(String key) {
		return key.getBytes(StandardCharsets.UTF_8).length < SECRET_KEY_BYTES;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
