package com.howsmytrack.testing;

import java.util.Map;

import com.howsmytrack.mail.Mailbox;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Makes the application send its mails to the mail server of the tests.
public class TestMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test mail server",
					Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", Mailbox.port())));
	}

}
