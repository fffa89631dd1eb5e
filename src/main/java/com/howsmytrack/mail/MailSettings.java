package com.howsmytrack.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param from the sender of all mails, as `name <address>`
/// @param toFiles whether mails are written to files if no mail server is set; otherwise they stay queued
/// @param folder the folder of these files
/// @param pollInterval the time between two checks for due mails
/// @param batchSize how many mails a dispatcher claims at once
/// @param lease the time after which claimed mails are due again if their dispatcher has died. It is longer than the
/// longest time that it can take to send one mail
/// @param rate how many mails all instances together send
/// @param retryDelays the delay after each failed attempt; after one more failure the mail is given up
/// @param keepFinishedFor how long mails are stored after they were sent or given up
/// @param requireTls whether a login to the mail server requires TLS
@Validated
@ConfigurationProperties("howsmytrack.mail")
record MailSettings(@NotEmpty String from, boolean toFiles, Path folder, Duration pollInterval, @Min(1) int batchSize,
		@DurationMin(minutes = 14) Duration lease, @Valid Rate rate, @NotEmpty List<Duration> retryDelays,
		Duration keepFinishedFor, boolean requireTls) {

	/// Empty if the mail has failed too often.
	Optional<Duration> delayAfter(int failures) {
		return (failures <= this.retryDelays.size()) ? Optional.of(this.retryDelays.get(failures - 1))
				: Optional.empty();
	}

}
