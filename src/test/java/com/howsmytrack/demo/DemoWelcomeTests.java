package com.howsmytrack.demo;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DemoWelcomeTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withUserConfiguration(DemoWelcome.class);

	@Test
	void logsTheAddressesAndTheAccounts(CapturedOutput output) {
		this.runner.withPropertyValues("DATABASE_URL=", "local.server.port=8080")
			.run((context) -> context.publishEvent(
					new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO)));

		assertThat(output).contains("http://localhost:8080/ ", "http://localhost:8080/graphiql",
				"ada@demo.howsmytrack.com", "operator@demo.howsmytrack.com", DemoData.PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "'', , true", "postgres://localhost/tracks, , false", "postgres://localhost/tracks, true, true",
			"'', false, false" })
	void needsTheSettingForADatabaseThatIsNotEmbedded(String databaseUrl, String setting, boolean demo) {
		WebApplicationContextRunner configured = this.runner.withPropertyValues("DATABASE_URL=" + databaseUrl);
		if (setting != null) {
			configured = configured.withPropertyValues("howsmytrack.demo.enabled=" + setting);
		}

		configured.run((context) -> assertThat(context.getBeansOfType(DemoWelcome.class)).hasSize(demo ? 1 : 0));
	}

}
