package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for notices and their mails.
///
/// @param interval the time between two batches; not shorter than the time between two runs of the job `send-notices`
/// @param feedbackPeriods the times of day (UTC) at which a new period begins. In each period, a track gets at most one
/// notice about feedback
/// @param announceFor for this long after its release, a response or reply can be announced
/// @param notGroupedRuns after how many assignment runs without a group the owner of a request is told; runs on one day
/// count once
/// @param reasonFromRun from this number of runs on, the notice states why the request has no group
/// @param kept how many notices a member keeps
/// @param keepFor how long notices are stored
@Validated
@ConfigurationProperties("howsmytrack.notices")
record NoticeSettings(@DurationMin(minutes = 1) Duration interval, @NotEmpty List<LocalTime> feedbackPeriods,
		@DurationMin(hours = 1) Duration announceFor, List<@Min(1) Integer> notGroupedRuns, @Min(1) int reasonFromRun,
		@Min(1) int kept, @DurationMin(days = 1) Duration keepFor) {

	@AssertTrue(message = "must not be longer than a day")
	boolean isIntervalWithinADay() {
		return this.interval.compareTo(Duration.ofDays(1)) <= 0;
	}

}
