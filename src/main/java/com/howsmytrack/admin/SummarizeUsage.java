package com.howsmytrack.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.jobs.TransactionalJob;

import org.springframework.stereotype.Component;

/// Computes the rows of `usage_day`: the past days that have no row, and the last days again, because their figures
/// still change when members submit responses or delete accounts. Older rows are not changed any more.
@Component
@JobDefinition(name = "summarize-usage", cron = "0 0 1 * * *")
class SummarizeUsage implements TransactionalJob {

	private final Usage usage;

	private final UsageDays days;

	private final UsageSettings settings;

	private final JobThrottle throttle;

	private final Clock clock;

	SummarizeUsage(Usage usage, UsageDays days, UsageSettings settings, JobThrottle throttle, Clock clock) {
		this.usage = usage;
		this.days = days;
		this.settings = settings;
		this.throttle = throttle;
		this.clock = clock;
	}

	@Override
	public Map<String, Long> run() {
		JobThrottle.Work work = this.throttle.begin();
		List<LocalDate> due = due(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		// Day by day, so that the statements between two pauses are short.
		due.forEach((day) -> {
			this.usage.count(day, day.plusDays(1)).forEach(this.days::save);
			work.pause();
		});
		return Map.of("daysSummarized", (long) due.size());
	}

	private List<LocalDate> due(LocalDate today) {
		LocalDate first = this.usage.firstDay().orElse(today);
		LocalDate changing = today.minusDays(this.settings.freezeAfter().toDays());
		Set<LocalDate> stored = this.days.between(first, today).keySet();
		return first.datesUntil(today).filter((day) -> !day.isBefore(changing) || !stored.contains(day)).toList();
	}

}
