package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes a job pause, so that it does not occupy a processor all the time. If the service
/// and the database run in separate containers on one machine, Linux divides the
/// processors between the containers first. A database process that computes without a
/// pause then delays the other processes of the database: the slowest answers took three
/// to eight times as long as without a job. Pauses of one or two milliseconds after every
/// ten make the difference small (src/docs/benchmark.md).
@Component
public class JobThrottle {

	/// Shorter work causes no delay, and its pause would be too short for a timer.
	private static final Duration SHORTEST_WORK = Duration.ofMillis(2);

	/// Work that would need a longer pause has mostly waited for a lock.
	private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

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

	/// Begins the work of the current thread.
	public Work begin() {
		return new Work();
	}

	/// The work of one thread, with pauses.
	public final class Work {

		private long begun = JobThrottle.this.nanoTime.getAsLong();

		/// Pauses in proportion to the time since the last pause, or returns at once if
		/// that time was short. Call it between rows, or between statements that take at
		/// most 10 milliseconds.
		public void pause() {
			long worked = JobThrottle.this.nanoTime.getAsLong() - this.begun;
			if (worked >= SHORTEST_WORK.toNanos()) {
				JobThrottle.this.parkNanos
					.accept(Math.min((long) (worked * JobThrottle.this.pauseRatio), LONGEST_PAUSE.toNanos()));
				this.begun = JobThrottle.this.nanoTime.getAsLong();
			}
		}

	}

}
