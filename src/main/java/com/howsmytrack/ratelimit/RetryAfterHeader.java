package com.howsmytrack.ratelimit;

import java.time.Duration;

/// The header `Retry-After` of responses to callers who have to wait.
public final class RetryAfterHeader {

	private RetryAfterHeader() {
	}

	/// Whole seconds, rounded up, so that a caller who waits as long is not rejected
	/// again.
	public static String seconds(Duration wait) {
		return Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds());
	}

}
