package com.howsmytrack.observability;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A value for metrics and health, read from the database and cached for some seconds, so that many gauges and many
/// scrapes cause few queries. After a failed read the value is absent, and the next read is attempted later.
final class CachedGauge<T> {

	private static final Logger logger = LoggerFactory.getLogger(CachedGauge.class);

	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

	private static final Duration RETRY_DELAY = Duration.ofSeconds(30);

	private final String name;

	private final Supplier<T> source;

	private final Duration timeToLive;

	private Optional<T> latest = Optional.empty();

	private long nextReadAt = System.nanoTime();

	CachedGauge(String name, Supplier<T> source) {
		this(name, source, TIME_TO_LIVE);
	}

	CachedGauge(String name, Supplier<T> source, Duration timeToLive) {
		this.name = name;
		this.source = source;
		this.timeToLive = timeToLive;
	}

	/// Empty after a failed read.
	synchronized Optional<T> get() {
		if (System.nanoTime() - this.nextReadAt >= 0) {
			read();
		}
		return this.latest;
	}

	private void read() {
		try {
			this.latest = Optional.of(this.source.get());
			this.nextReadAt = System.nanoTime() + this.timeToLive.toNanos();
		}
		catch (RuntimeException failure) {
			logger.warn("The {} cannot be read for metrics: {}", this.name, failure.getMessage());
			this.latest = Optional.empty();
			this.nextReadAt = System.nanoTime() + RETRY_DELAY.toNanos();
		}
	}

}
