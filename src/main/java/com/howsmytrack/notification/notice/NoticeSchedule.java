package com.howsmytrack.notification.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

import com.howsmytrack.feedback.Batches;
import com.howsmytrack.feedback.FeedbackAnnouncements.Batch;

import org.springframework.stereotype.Component;

/// Decides to which batch a notice belongs. The time of a batch depends on the interval only, so a run that is late or
/// started by hand has the same time.
@Component
class NoticeSchedule {

	private final NoticeSettings settings;

	NoticeSchedule(NoticeSettings settings) {
		this.settings = settings;
	}

	/// The latest multiple of the interval (UTC).
	Instant latestBatch(Instant now) {
		return Batches.latest(now, this.settings.interval());
	}

	/// The batch that becomes visible next.
	Instant nextBatch(Instant now) {
		return latestBatch(now).plus(this.settings.interval());
	}

	Batch announcements(Instant batch) {
		return new Batch(batch, batch.minus(this.settings.announceFor()));
	}

	/// The beginning of the period to which the batch belongs.
	Instant feedbackPeriod(Instant batch) {
		LocalDate day = LocalDate.ofInstant(batch, ZoneOffset.UTC);
		return Stream.of(day.minusDays(1), day)
			.flatMap((date) -> this.settings.feedbackPeriods().stream().map((time) -> at(date, time)))
			.filter((beginning) -> !beginning.isAfter(batch))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).toInstant(ZoneOffset.UTC);
	}

}
