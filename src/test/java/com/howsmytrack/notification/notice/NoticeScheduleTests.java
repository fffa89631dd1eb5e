package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeScheduleTests {

	private final NoticeSchedule schedule = new NoticeSchedule(
			new NoticeSettings(Duration.ofHours(1), List.of(LocalTime.of(6, 0), LocalTime.of(18, 0)),
					Duration.ofDays(30), List.of(1), 2, 50, Duration.ofDays(90)));

	@ParameterizedTest
	@CsvSource({ "2026-03-01T14:02:00Z, 2026-03-01T14:00:00Z, 2026-03-01T15:00:00Z",
			"2026-03-01T14:00:00Z, 2026-03-01T14:00:00Z, 2026-03-01T15:00:00Z",
			"2026-03-01T13:59:59Z, 2026-03-01T13:00:00Z, 2026-03-01T14:00:00Z" })
	void hasABatchAtEachFullHour(Instant now, Instant latest, Instant next) {
		assertThat(this.schedule.latestBatch(now)).isEqualTo(latest);
		assertThat(this.schedule.nextBatch(now)).isEqualTo(next);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-01T05:00:00Z, 2026-02-28T18:00:00Z", "2026-03-01T06:00:00Z, 2026-03-01T06:00:00Z",
			"2026-03-01T17:00:00Z, 2026-03-01T06:00:00Z", "2026-03-01T18:00:00Z, 2026-03-01T18:00:00Z",
			"2026-03-01T23:00:00Z, 2026-03-01T18:00:00Z" })
	void dividesTheDayIntoPeriods(Instant batch, Instant period) {
		assertThat(this.schedule.feedbackPeriod(batch)).isEqualTo(period);
	}

}
