package com.howsmytrack.admin;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param freezeAfter the age up to which the figures of a day are computed again, in whole days; few responses are
/// submitted more than 30 days after their group was formed
@Validated
@ConfigurationProperties("howsmytrack.usage")
record UsageSettings(@DurationMin(days = 1) Duration freezeAfter) {
}
