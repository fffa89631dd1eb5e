package com.howsmytrack.notification;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param groupAge how long members have, before they are reminded
@Validated
@ConfigurationProperties("howsmytrack.reminders")
record ReminderSettings(@DurationMin Duration groupAge) {
}
