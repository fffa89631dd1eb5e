package com.howsmytrack.settings;

import java.nio.charset.StandardCharsets;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/// Stops a production start that lacks its database or its secret. It looks before any bean exists, so
/// that the one line it leaves is not lost among the complaints of beans that depend on each other.
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

	/// HS256 needs a key as long as its digest.
	private static final int SECRET_KEY_BYTES = 32;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.matchesProfiles(ProductionProfile.NAME)) {
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

	private static boolean isShort(String key) {
		return key.getBytes(StandardCharsets.UTF_8).length < SECRET_KEY_BYTES;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
