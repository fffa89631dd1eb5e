package com.howsmytrack.account.core;

import java.time.Duration;

/// Formats a duration in words. It is rounded up, so that the text never states a shorter time.
public final class DurationText {

	private static final int SECONDS_PER_MINUTE = 60;

	private static final int MINUTES_PER_HOUR = 60;

	private static final int HOURS_PER_DAY = 24;

	private DurationText() {
	}

	public static String of(Duration time) {
		long seconds = Math.max(1, roundedUp(time.toMillis(), 1_000));
		if (seconds < SECONDS_PER_MINUTE) {
			return counted(seconds, "second");
		}
		long minutes = roundedUp(seconds, SECONDS_PER_MINUTE);
		if (minutes < MINUTES_PER_HOUR) {
			return counted(minutes, "minute");
		}
		long hours = roundedUp(minutes, MINUTES_PER_HOUR);
		return (hours < 2 * HOURS_PER_DAY) ? counted(hours, "hour") : counted(roundedUp(hours, HOURS_PER_DAY), "day");
	}

	private static long roundedUp(long amount, int unit) {
		return Math.ceilDiv(amount, unit);
	}

	private static String counted(long count, String unit) {
		return count + " " + unit + ((count == 1) ? "" : "s");
	}

}
