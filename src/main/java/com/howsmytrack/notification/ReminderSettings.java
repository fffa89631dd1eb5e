package com.howsmytrack.notification;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param groupAge the age of a group after which its members are reminded
@Validated
@ConfigurationProperties("howsmytrack.reminders")
record ReminderSettings(@DurationMin Duration groupAge) {
}
