package com.howsmytrack.persistence;

import java.time.Duration;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/// Retries a transaction that failed because of a concurrent change or a deadlock. The next attempt sees the result
/// of the other transaction.
public final class ConflictRetry {

	private ConflictRetry() {
	}

	/// Must be used outside the transaction.
	/// @param times number of retries after the first attempt
	/// @param pause before each retry
	public static RetryTemplate withRetries(int times, Duration pause) {
		return new RetryTemplate(RetryPolicy.builder()
			.includes(DataIntegrityViolationException.class, PessimisticLockingFailureException.class)
			.maxRetries(times)
			.delay(pause)
			.build());
	}

}
