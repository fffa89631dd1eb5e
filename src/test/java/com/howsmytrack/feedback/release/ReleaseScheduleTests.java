package com.howsmytrack.feedback.release;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseScheduleTests {

	private static ReleaseSchedule every(Duration interval) {
		return new ReleaseSchedule(new ReleaseSettings(interval, Duration.ofDays(7)));
	}

	@ParameterizedTest
	@CsvSource({ "PT1H, 2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
			"PT1H, 2026-03-01T12:59:59.999999999Z, 2026-03-01T12:00:00Z",
			"PT15M, 2026-03-01T12:44:10Z, 2026-03-01T12:30:00Z", "P1D, 2026-03-01T12:44:10Z, 2026-03-01T00:00:00Z" })
	void startsABatchAtEachMultipleOfTheInterval(Duration interval, Instant now, Instant batch) {
		assertThat(every(interval).latestBatch(now)).isEqualTo(batch);
		assertThat(every(interval).isImmediate()).isFalse();
	}

	@Test
	void releasesAtOnceWithoutAnInterval() {
		Instant now = Instant.parse("2026-03-01T12:44:10Z");

		assertThat(every(Duration.ZERO).isImmediate()).isTrue();
		assertThat(every(Duration.ZERO).latestBatch(now)).isEqualTo(now);
	}

}
