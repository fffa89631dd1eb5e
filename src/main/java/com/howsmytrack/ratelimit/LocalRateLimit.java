package com.howsmytrack.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/// A limit that each instance counts for itself, in memory. For frequent attempts that use up the resources of one instance
/// only, so that none of them runs a statement.
///
/// Implements the same algorithm as [RateLimiter]. With very many subjects, those without recent attempts are forgotten.
public class LocalRateLimit {

	private static final int SUBJECTS = 20_000;

	private final Clock clock;

	private final Duration step;

	private final Duration capacity;

	private final Cache<String, Attempts> attempts;

	LocalRateLimit(Rate rate, Clock clock) {
		this.clock = clock;
		this.step = rate.per().dividedBy(rate.times());
		this.capacity = this.step.multipliedBy(rate.times());
		this.attempts = Caffeine.newBuilder().maximumSize(SUBJECTS).expireAfterAccess(rate.per()).build();
	}

	/// Counts one attempt.
	/// @return empty if it is allowed, otherwise the time to wait
	public Optional<Duration> tryOnce(String subject) {
		return this.attempts.get(subject, (_) -> new Attempts()).tryOnce(this.clock.instant());
	}

	void clear() {
		this.attempts.invalidateAll();
	}

	/// The attempts of one subject.
	private final class Attempts {

		/// When the full capacity is available again. Guarded by this.
		private Instant fullAt = Instant.MIN;

		synchronized Optional<Duration> tryOnce(Instant now) {
			Instant next = (this.fullAt.isAfter(now) ? this.fullAt : now).plus(LocalRateLimit.this.step);
			Duration wait = Duration.between(now, next).minus(LocalRateLimit.this.capacity);
			if (wait.isPositive()) {
				return Optional.of(wait);
			}
			this.fullAt = next;
			return Optional.empty();
		}

	}

}
