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

/// @param from the sender of every letter, as `name <address>`
/// @param toFiles whether letters become files where there is no mail server; if not, they stay queued
/// @param folder where those files go
/// @param pollInterval how long a dispatcher that found nothing due waits before it looks again
/// @param batchSize how many letters a dispatcher takes at a time
/// @param lease how long it has for them; when it dies, they are due again after that. Longer than the slowest
/// conversation with a mail server
/// @param rate how many letters leave, over all instances together
/// @param retryDelays how long to wait after each failure; a letter that fails once more is given up
/// @param keepFinishedFor how long it is known which letters were sent, and which were given up
/// @param requireTls whether a login needs an encrypted connection to the mail server
@Validated
@ConfigurationProperties("howsmytrack.mail")
record MailSettings(@NotEmpty String from, boolean toFiles, Path folder, Duration pollInterval, @Min(1) int batchSize,
		@DurationMin(minutes = 14) Duration lease, @Valid Rate rate, @NotEmpty List<Duration> retryDelays,
		Duration keepFinishedFor, boolean requireTls) {

	/// Empty when it has failed too often.
	Optional<Duration> delayAfter(int failures) {
		return (failures <= this.retryDelays.size()) ? Optional.of(this.retryDelays.get(failures - 1))
				: Optional.empty();
	}

}
