package com.howsmytrack.observability;

import com.howsmytrack.startup.InvalidSettingException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Keeps metrics and health details off the public port. If both ports were equal, Spring Boot would serve them there.
class ManagementPortCheck implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
			throw new InvalidSettingException(
					"MANAGEMENT_PORT is the public port. Set it to another port, or to -1 for none");
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
