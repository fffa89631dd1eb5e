package com.howsmytrack.startup;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Activates the Spring profile `prod` for `ENVIRONMENT=PROD`, before the files of the profile are read.
class ProductionProfile implements EnvironmentPostProcessor, Ordered {

	static final String NAME = "prod";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if ("PROD".equalsIgnoreCase(environment.getProperty("ENVIRONMENT", "").strip())) {
			environment.addActiveProfile(NAME);
		}
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

}
