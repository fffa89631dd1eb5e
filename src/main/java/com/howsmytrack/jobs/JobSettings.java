package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param scheduled whether this process rings at the times of the schedule
/// @param schedule a cron expression in UTC for each job's command
/// @param lockAtMostFor how long after a run was killed its job stays locked; 30 seconds at least
/// @param stopAfter how long a job may go on when the process is told to end
/// @param pauseRatio how long a job rests after each piece of its work, in times of what the
/// piece took; 0 for never
@Validated
@ConfigurationProperties("howsmytrack.jobs")
record JobSettings(boolean scheduled, Map<String, String> schedule, Duration lockAtMostFor, Duration stopAfter,
		@PositiveOrZero double pauseRatio) {
}
