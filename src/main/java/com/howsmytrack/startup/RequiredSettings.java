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

/// Stops a production start that lacks its database or its secret. It looks before any bean exists, so
/// that the one line it leaves is not lost among the complaints of beans that depend on each other.
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

	/// HS256 needs a key as long as its digest.
	private static final int SECRET_KEY_BYTES = 32;

	private static final Pattern AT_HOME = Pattern
		.compile("^[a-z]+://([^@/]*@)?(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/|$)");

	private final Log logger;

	RequiredSettings(DeferredLogFactory logs) {
		this.logger = logs.getLog(RequiredSettings.class);
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.matchesProfiles(ProductionProfile.NAME)) {
			keepTheKnownKeyAtHome(environment);
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
	}

	/// A database elsewhere is no development: whoever forgot to set `ENVIRONMENT` there
	/// must not sign sessions with a key that everybody can read in the source.
	private void keepTheKnownKeyAtHome(ConfigurableEnvironment environment) {
		String database = environment.getProperty("DATABASE_URL", "");
		if (StringUtils.hasText(database) && !AT_HOME.matcher(database).find()
				&& !StringUtils.hasText(environment.getProperty("SECRET_KEY"))) {
			byte[] key = new byte[SECRET_KEY_BYTES];
			new SecureRandom().nextBytes(key);
			environment.getPropertySources()
				.addFirst(
						new MapPropertySource("a key of its own", Map.of("SECRET_KEY", HexFormat.of().formatHex(key))));
			this.logger
				.warn("SECRET_KEY is not set, and the database is not on this machine: sessions are signed with a "
						+ "key made up for this process, and end with it. Is ENVIRONMENT=PROD missing?");
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
