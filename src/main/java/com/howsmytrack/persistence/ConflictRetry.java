package com.howsmytrack.persistence;

import java.time.Duration;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/// A member who leaves or comes at the wrong moment makes the database say no to somebody else, and so does a lock that two
/// wait for. Whoever lost looks again, and finds what has become of it.
public final class ConflictRetry {

	private ConflictRetry() {
	}

	/// Around a whole transaction.
	/// @param times after the first
	/// @param pause before each of them
	public static RetryTemplate triedAgain(int times, Duration pause) {
		return new RetryTemplate(RetryPolicy.builder()
			.includes(DataIntegrityViolationException.class, PessimisticLockingFailureException.class)
			.maxRetries(times)
			.delay(pause)
			.build());
	}

}
