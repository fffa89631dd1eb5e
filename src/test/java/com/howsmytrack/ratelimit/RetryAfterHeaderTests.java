package com.howsmytrack.ratelimit;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterHeaderTests {

	@ParameterizedTest
	@CsvSource({ "PT0.000000001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT1M, 60" })
	void containsWholeSecondsRoundedUp(Duration wait, String seconds) {
		assertThat(RetryAfterHeader.seconds(wait)).isEqualTo(seconds);
	}

}
