package com.howsmytrack.track;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the header `Retry-After`: seconds, or a date (RFC 9110).
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

	private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

	private RetryAfter() {
	}

	/// @param header empty if the response has none
	/// @param least also for a header that is missing, malformed or in the past
	/// @param most a service cannot stop look-ups for longer
	static Duration of(String header, Instant now, Duration least, Duration most) {
		Duration asked = asked(header.strip(), now, least);
		return (asked.compareTo(least) < 0) ? least : (asked.compareTo(most) > 0) ? most : asked;
	}

	private static Duration asked(String header, Instant now, Duration otherwise) {
		if (SECONDS.matcher(header).matches()) {
			return Duration.ofSeconds(Long.parseLong(header));
		}
		try {
			return Duration.between(now, ZonedDateTime.parse(header, DATE).toInstant());
		}
		catch (DateTimeParseException malformed) {
			return otherwise;
		}
	}

}
