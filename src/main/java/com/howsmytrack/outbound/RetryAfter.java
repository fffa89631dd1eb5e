package com.howsmytrack.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the header `Retry-After`: seconds, or a date (RFC 9110).
public final class RetryAfter {

	/// A longer number is not a meaningful time.
	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private RetryAfter() {
	}

	/// Empty if the value is malformed or a date in the past. Can be very long: the
	/// caller limits the time.
	public static Optional<Duration> read(String value, Instant now) {
		String text = value.strip();
		if (SECONDS.matcher(text).matches()) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
		}
		try {
			Instant end = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
			return Optional.of(Duration.between(now, end)).filter(Duration::isPositive);
		}
		catch (DateTimeException malformed) {
			return Optional.empty();
		}
	}

}
