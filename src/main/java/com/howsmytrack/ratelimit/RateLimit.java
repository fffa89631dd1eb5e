package com.howsmytrack.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.commons.codec.digest.DigestUtils;

/// One named limit, counted separately for each subject: an address, a network, an account.
public class RateLimit {

	private final RateLimiter rateLimiter;

	private final String name;

	private final int capacity;

	private final long stepMicros;

	/// The key of a row contains the rate, so that a changed rate starts with full
	/// capacity.
	RateLimit(RateLimiter rateLimiter, String name, Rate rate) {
		this.rateLimiter = rateLimiter;
		this.name = "%s %d/%s".formatted(name, rate.times(), rate.per());
		this.capacity = rate.times();
		this.stepMicros = Math.max(1, TimeUnit.NANOSECONDS.toMicros(rate.per().toNanos() / rate.times()));
	}

	/// An attempt that is counted together with attempts under other limits, see
	/// [RateLimiter#tryOnce].
	public Attempt attempt(String subject) {
		return new Attempt(DigestUtils.sha256Hex(this.name + ' ' + subject), this.capacity, this.stepMicros);
	}

	/// Counts one attempt.
	/// @return empty if it is allowed, otherwise the time to wait
	public Optional<Duration> tryOnce(String subject) {
		return this.rateLimiter.tryOnce(List.of(attempt(subject)));
	}

	/// Counts as many attempts as are allowed now, up to a maximum.
	/// @return how many were counted
	public int takeUpTo(int maximum, String subject) {
		return this.rateLimiter.takeUpTo(maximum, attempt(subject));
	}

	/// Makes attempts available again that [#takeUpTo] counted and the caller did not
	/// use.
	public void refund(int unused, String subject) {
		if (unused > 0) {
			this.rateLimiter.refund(unused, List.of(attempt(subject)));
		}
	}

	/// A flag that expires.
	/// @param name for example `signed in`
	public static Flag flag(String name, String subject, Duration lifetime) {
		return new Flag(DigestUtils.sha256Hex(name + ' ' + subject), lifetime);
	}

	/// A fact about a subject that is stored until it expires.
	///
	/// @param id a hash of the name and the subject
	public record Flag(String id, Duration lifetime) {
	}

	/// One attempt of one subject under one limit.
	///
	/// @param id a hash of the limit and the subject, because subjects can be long and
	/// can contain personal data
	/// @param capacity how many attempts are allowed at once
	/// @param stepMicros how many microseconds it takes until one attempt becomes
	/// available again
	public record Attempt(String id, int capacity, long stepMicros) {
	}

}
