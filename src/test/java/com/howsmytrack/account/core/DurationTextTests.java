package com.howsmytrack.account.core;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationTextTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 1 second", "PT0.001S, 1 second", "PT1S, 1 second", "PT1.2S, 2 seconds", "PT59S, 59 seconds",
			"PT60S, 1 minute", "PT61S, 2 minutes", "PT59M, 59 minutes", "PT59M1S, 1 hour", "PT1H, 1 hour",
			"PT1H1S, 2 hours", "PT24H, 24 hours", "PT47H, 47 hours", "PT48H, 2 days", "PT49H, 3 days" })
	void roundsUp(Duration time, String words) {
		assertThat(DurationText.of(time)).isEqualTo(words);
	}

}
