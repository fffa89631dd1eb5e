package com.howsmytrack.live;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings of live subscriptions.
///
/// @param pollInterval the time after which a subscription reads again without a wake-up
/// @param checkInterval the time without notifications after which the connection that receives them is checked
/// @param readsAtOnce how many subscriptions of this instance read at the same time
@Validated
@ConfigurationProperties("howsmytrack.live")
record LiveSettings(@DurationMin(millis = 10) Duration pollInterval, @DurationMin(millis = 10) Duration checkInterval,
		@Min(1) int readsAtOnce) {
}
