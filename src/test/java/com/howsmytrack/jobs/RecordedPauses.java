package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Counts where a job would rest if all that it does took long. No test waits for it.
@TestConfiguration
public class RecordedPauses {

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger rests = new AtomicInteger();

	@Bean
	@Primary
	JobThrottle impatientPace(JobSettings settings) {
		return new JobThrottle(settings.pauseRatio(), () -> this.now.addAndGet(Duration.ofMillis(10).toNanos()),
				(_) -> this.rests.incrementAndGet());
	}

	public int during(Supplier<?> job) {
		int before = this.rests.get();
		job.get();
		return this.rests.get() - before;
	}

}
