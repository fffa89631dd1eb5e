package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Counts the pauses that jobs make, as if all their work took long. The pauses themselves are skipped.
@TestConfiguration
public class RecordedPauses {

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger pauses = new AtomicInteger();

	@Bean
	@Primary
	JobThrottle recordingThrottle(JobSettings settings) {
		return new JobThrottle(settings.pauseRatio(), () -> this.now.addAndGet(Duration.ofMillis(10).toNanos()),
				(_) -> this.pauses.incrementAndGet());
	}

	public int during(Supplier<?> job) {
		int before = this.pauses.get();
		job.get();
		return this.pauses.get() - before;
	}

}
