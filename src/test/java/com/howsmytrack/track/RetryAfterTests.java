package com.howsmytrack.track;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			'120'                             | 120
			' 90 '                            | 90
			'Sun, 01 Mar 2026 12:05:00 GMT'   | 300
			'1'                               | 60
			'0'                               | 60
			''                                | 60
			'-5'                              | 60
			'soon'                            | 60
			'99999999999999999999'            | 60
			'Sun, 01 Mar 2026 11:00:00 GMT'   | 60
			'999999999'                       | 3600
			'Sun, 01 Mar 2099 12:00:00 GMT'   | 3600
			""", delimiter = '|')
	void readsSecondsAndDatesWithinItsLimits(String header, long seconds) {
		assertThat(RetryAfter.of(header, Instant.parse("2026-03-01T12:00:00Z"), Duration.ofMinutes(1),
				Duration.ofHours(1)))
			.hasSeconds(seconds);
	}

}
