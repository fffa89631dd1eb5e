package com.howsmytrack.feedback.release;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for the release of responses and replies.
///
/// @param releaseInterval the time between two batches; not shorter than the time between two runs of the job
/// `release-feedback`; 0 releases each response and reply at once
/// @param replyWait for this long after a group was formed, a reply by the owner of a track waits until no response on the
/// other tracks is missing; 0 does not wait
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record ReleaseSettings(@DurationMin Duration releaseInterval, @DurationMin Duration replyWait) {
}
