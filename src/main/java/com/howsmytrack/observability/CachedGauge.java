package com.howsmytrack.observability;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is read from the database to be watched: at most every few seconds, however many numbers are made of it and
/// whoever asks for them. While it cannot be read there is none, and nobody waits for it at each look.
final class CachedGauge<T> {

	private static final Logger logger = LoggerFactory.getLogger(CachedGauge.class);

	private static final Duration FRESH = Duration.ofSeconds(10);

	private static final Duration UNREADABLE = Duration.ofSeconds(30);

	private final String name;

	private final Supplier<T> source;

	private final Duration fresh;

	private Optional<T> latest = Optional.empty();

	private long readAgainAt = System.nanoTime();

	CachedGauge(String name, Supplier<T> source) {
		this(name, source, FRESH);
	}

	CachedGauge(String name, Supplier<T> source, Duration fresh) {
		this.name = name;
		this.source = source;
		this.fresh = fresh;
	}

	/// Empty while it cannot be read.
	synchronized Optional<T> get() {
		if (System.nanoTime() - this.readAgainAt >= 0) {
			read();
		}
		return this.latest;
	}

	private void read() {
		try {
			this.latest = Optional.of(this.source.get());
			this.readAgainAt = System.nanoTime() + this.fresh.toNanos();
		}
		catch (RuntimeException unreadable) {
			logger.warn("The {} cannot be read to be watched: {}", this.name, unreadable.getMessage());
			this.latest = Optional.empty();
			this.readAgainAt = System.nanoTime() + UNREADABLE.toNanos();
		}
	}

}
