package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param scheduled whether this process runs jobs at the times of the schedule
/// @param schedule cron expressions in UTC by the job's name, instead of those in the jobs' definitions
/// @param lockAtMostFor how long a job stays locked after its run was killed; at least 30 seconds
/// @param stopAfter how long a job may continue after the shutdown of the process has begun
/// @param pauseRatio the length of a job's pause, relative to the work before it; 0 for no pauses
@Validated
@ConfigurationProperties("howsmytrack.jobs")
record JobSettings(boolean scheduled, @DefaultValue Map<String, String> schedule, Duration lockAtMostFor,
		Duration stopAfter, @PositiveOrZero double pauseRatio) {
}
