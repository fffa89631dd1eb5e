package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps a job from taking a processor away from members for as long as it runs. Where the database has two of them,
/// a process that computes without a pause makes whoever needs the other one wait in line: the slowest answers
/// take three to eight times as long as on a quiet evening. One that rests a few milliseconds after every twenty is hardly
/// noticed (src/docs/benchmark.md).
@Component
public class JobPace {

	/// A piece that waited for somebody's lock was no work.
	private static final Duration LONGEST_REST = Duration.ofMillis(50);

	private final double rest;

	private final LongSupplier nanoTime;

	private final LongConsumer parkNanos;

	@Autowired
	JobPace(JobSettings settings) {
		this(settings.rest(), System::nanoTime, LockSupport::parkNanos);
	}

	JobPace(double rest, LongSupplier nanoTime, LongConsumer parkNanos) {
		this.rest = rest;
		this.nanoTime = nanoTime;
		this.parkNanos = parkNanos;
	}

	/// Does a job piece by piece, and rests after each in proportion to how long it took.
	/// Pieces that keep the database busy for some 10 to 20 milliseconds are small enough
	/// for members and large enough for a night.
	/// @param most how many of all make a piece
	/// @param work is given the pieces in their order
	/// @return the sum of what it returned for each
	public <T> long inPieces(List<T> all, int most, ToLongFunction<List<T>> work) {
		long sum = 0;
		for (int begin = 0; begin < all.size(); begin += most) {
			long begun = this.nanoTime.getAsLong();
			sum += work.applyAsLong(all.subList(begin, Math.min(begin + most, all.size())));
			rest(this.nanoTime.getAsLong() - begun);
		}
		return sum;
	}

	private void rest(long worked) {
		this.parkNanos.accept(Math.min((long) (worked * this.rest), LONGEST_REST.toNanos()));
	}

}
