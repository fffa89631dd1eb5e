package com.howsmytrack.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.commons.codec.digest.DigestUtils;

/// One rule, kept for each subject apart: an address, a network, an account. So many tries are free at once; each
/// comes back after its share of the time.
public class RateLimit {

	private final RateLimiter rateLimiter;

	private final String rule;

	private final int capacity;

	private final long stepMicros;

	RateLimit(RateLimiter rateLimiter, String rule, Rate rate) {
		this.rateLimiter = rateLimiter;
		// A new rate begins to count anew.
		this.rule = "%s %d/%s".formatted(rule, rate.times(), rate.per());
		this.capacity = rate.times();
		this.stepMicros = Math.max(1, TimeUnit.NANOSECONDS.toMicros(rate.per().toNanos() / rate.times()));
	}

	/// A try of this kind, to be counted together with others.
	public Try of(String subject) {
		return new Try(DigestUtils.sha256Hex(this.rule + ' ' + subject), this.capacity, this.stepMicros);
	}

	/// Counts one try.
	/// @return empty when it may go on, else how long to wait
	public Optional<Duration> tryOnce(String subject) {
		return this.rateLimiter.tryOnce(List.of(of(subject)));
	}

	/// Takes as much as there is.
	/// @return how much, from none to all of what was wanted
	public int takeUpTo(int wanted, String subject) {
		return this.rateLimiter.takeUpTo(wanted, of(subject));
	}

	/// Takes back what [#takeUpTo] gave and was not used.
	public void giveBack(int unused, String subject) {
		if (unused > 0) {
			this.rateLimiter.giveBack(unused, List.of(of(subject)));
		}
	}

	/// Something to be remembered for a while.
	/// @param what for example `signed in`
	public static Memory memory(String what, String subject, Duration time) {
		return new Memory(DigestUtils.sha256Hex(what + ' ' + subject), time);
	}

	/// A fact about a subject, by a hash.
	public record Memory(String id, Duration time) {
	}

	/// What counts as one thing: by a hash, because subjects are as long as strangers
	/// make them, and name people.
	///
	/// @param capacity how many are free at once
	/// @param stepMicros how long one takes to come back, in microseconds
	public record Try(String id, int capacity, long stepMicros) {
	}

}
