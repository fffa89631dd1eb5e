package com.howsmytrack.mail;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Sets Spring Boot's properties `spring.mail.*` from the environment variables `SMTP_HOST`, `SMTP_PORT`,
/// `SMTP_USERNAME` and `SMTP_PASSWORD`, or from `SENDGRID_API_KEY` if `SMTP_HOST` is not set. Without either there is
/// no mail server.
class MailServerEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String DEFAULT_PORT = "587";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> properties = new LinkedHashMap<>();
		String host = environment.getProperty("SMTP_HOST", "");
		String sendGridKey = environment.getProperty("SENDGRID_API_KEY", "");
		if (StringUtils.hasText(host)) {
			properties.put("spring.mail.host", host);
			properties.put("spring.mail.port", textOr(environment.getProperty("SMTP_PORT"), DEFAULT_PORT));
			putIfText(properties, "spring.mail.username", environment.getProperty("SMTP_USERNAME"));
			putIfText(properties, "spring.mail.password", environment.getProperty("SMTP_PASSWORD"));
		}
		else if (StringUtils.hasText(sendGridKey)) {
			properties.put("spring.mail.host", "smtp.sendgrid.net");
			properties.put("spring.mail.port", DEFAULT_PORT);
			properties.put("spring.mail.username", "apikey");
			properties.put("spring.mail.password", sendGridKey);
		}
		environment.getPropertySources().addLast(new MapPropertySource("mail server", properties));
	}

	private static String textOr(@Nullable String text, String defaultText) {
		return StringUtils.hasText(text) ? text : defaultText;
	}

	private static void putIfText(Map<String, Object> properties, String name, @Nullable String text) {
		if (StringUtils.hasText(text)) {
			properties.put(name, text);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
