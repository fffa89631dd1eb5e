package com.howsmytrack.benchmark;

import java.util.Arrays;

/// Durations in nanoseconds, and their percentiles in milliseconds.
final class Latencies {

	private long[] values = new long[1 << 12];

	private int count;

	synchronized void add(long nanoseconds) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.count);
		}
		this.values[this.count++] = nanoseconds;
	}

	synchronized int count() {
		return this.count;
	}

	/// @param share 0.5 for the median, 1 for the maximum
	synchronized double percentile(double share) {
		if (this.count == 0) {
			return Double.NaN;
		}
		Arrays.sort(this.values, 0, this.count);
		return this.values[Math.min(this.count - 1, (int) (share * this.count))] / 1e6;
	}

}
