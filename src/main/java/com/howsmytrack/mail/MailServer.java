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

/// Translates the platform's variables into Spring Boot's settings of a mail server: `SMTP_HOST` and its
/// companions, or a lone `SENDGRID_API_KEY`. Without either there is no mail server.
class MailServer implements EnvironmentPostProcessor, Ordered {

	private static final String DEFAULT_PORT = "587";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> server = new LinkedHashMap<>();
		String host = environment.getProperty("SMTP_HOST", "");
		String sendGridKey = environment.getProperty("SENDGRID_API_KEY", "");
		if (StringUtils.hasText(host)) {
			server.put("spring.mail.host", host);
			server.put("spring.mail.port", textOr(environment.getProperty("SMTP_PORT"), DEFAULT_PORT));
			putIfText(server, "spring.mail.username", environment.getProperty("SMTP_USERNAME"));
			putIfText(server, "spring.mail.password", environment.getProperty("SMTP_PASSWORD"));
		}
		else if (StringUtils.hasText(sendGridKey)) {
			server.put("spring.mail.host", "smtp.sendgrid.net");
			server.put("spring.mail.port", DEFAULT_PORT);
			server.put("spring.mail.username", "apikey");
			server.put("spring.mail.password", sendGridKey);
		}
		environment.getPropertySources().addLast(new MapPropertySource("mail server", server));
	}

	private static String textOr(@Nullable String text, String otherwise) {
		return StringUtils.hasText(text) ? text : otherwise;
	}

	private static void putIfText(Map<String, Object> server, String name, @Nullable String text) {
		if (StringUtils.hasText(text)) {
			server.put(name, text);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
