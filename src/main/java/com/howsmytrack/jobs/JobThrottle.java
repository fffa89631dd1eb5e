package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps a job from taking a processor away from members for as long as it runs. Where
/// service and database share a machine as containers or sessions of their own, Linux
/// shares its processors between these first, and a database of which one process
/// computes without a pause lets its others wait: the slowest answers take three to
/// eight times as long as on a quiet evening. A process that rests a millisecond or two
/// after every ten is hardly noticed (src/docs/benchmark.md).
@Component
public class JobThrottle {

	/// Shorter work is no burden, and its rest would be too short for a timer.
	private static final Duration SHORTEST_WORK = Duration.ofMillis(2);

	/// What would need a longer one has waited for somebody's lock, which was no work.
	private static final Duration LONGEST_REST = Duration.ofMillis(50);

	private final double pauseRatio;

	private final LongSupplier nanoTime;

	private final LongConsumer parkNanos;

	@Autowired
	JobThrottle(JobSettings settings) {
		this(settings.pauseRatio(), System::nanoTime, LockSupport::parkNanos);
	}

	JobThrottle(double pauseRatio, LongSupplier nanoTime, LongConsumer parkNanos) {
		this.pauseRatio = pauseRatio;
		this.nanoTime = nanoTime;
		this.parkNanos = parkNanos;
	}

	/// For one thread, which begins to work now.
	public Work begin() {
		return new Work();
	}

	/// Work that rests whenever it has come to a place where it can.
	public final class Work {

		private long begun = JobThrottle.this.nanoTime.getAsLong();

		/// Rests in proportion to what was done since the last rest, or goes on at once
		/// when that was little. To be called between statements, which should keep the
		/// database busy for 10 milliseconds at most, or between rows.
		public void pause() {
			long worked = JobThrottle.this.nanoTime.getAsLong() - this.begun;
			if (worked >= SHORTEST_WORK.toNanos()) {
				JobThrottle.this.parkNanos
					.accept(Math.min((long) (worked * JobThrottle.this.pauseRatio), LONGEST_REST.toNanos()));
				this.begun = JobThrottle.this.nanoTime.getAsLong();
			}
		}

	}

}
