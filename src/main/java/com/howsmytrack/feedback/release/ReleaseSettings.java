package com.howsmytrack.feedback.release;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for the release of responses and replies.
///
/// @param releaseInterval the time between two batches, a multiple of the five minutes between two runs of the job; 0
/// releases each response and reply at once
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record ReleaseSettings(@DurationMin Duration releaseInterval) {
}
