package com.howsmytrack.track;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.howsmytrack.outbound.OutboundResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class LookupStatusesTests {

	private static final Duration LEAST = Duration.ofMinutes(1);

	private static final Duration MOST = Duration.ofHours(1);

	private final LookupStatuses statuses = new LookupStatuses(new LookupSettings(LEAST, LEAST, LEAST,
			DataSize.ofKilobytes(64), List.of(LEAST), LEAST, MOST, MOST, MOST, MOST, MOST, 1),
			Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

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
	void readsSecondsAndDatesOfRetryAfterWithinTheLimits(String header, long seconds) {
		OutboundResponse response = new OutboundResponse(429, Map.of("retry-after", List.of(header)), new byte[0],
				URI.create("https://soundcloud.com/oembed"));

		assertThat(this.statuses.withoutContent(response))
			.isEqualTo(new LookupResult.Limited(Duration.ofSeconds(seconds)));
	}

}
