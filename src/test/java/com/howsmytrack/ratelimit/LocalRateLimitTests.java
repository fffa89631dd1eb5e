package com.howsmytrack.ratelimit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Races;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalRateLimitTests {

	private final AdjustableClock clock = new AdjustableClock();

	private final LocalRateLimit rateLimit = new LocalRateLimit(new Rate(3, Duration.ofHours(1)), this.clock);

	@Test
	void allowsTheCapacityAndThenReturnsTheTimeToWait() {
		for (int time = 1; time <= 3; time++) {
			assertThat(this.rateLimit.tryOnce("192.0.2.1")).isEmpty();
		}

		assertThat(this.rateLimit.tryOnce("192.0.2.1")).contains(Duration.ofMinutes(20));
		assertThat(this.rateLimit.tryOnce("192.0.2.2")).as("another subject").isEmpty();
	}

	@Test
	void allowsOneMoreAttemptAfterOneStep() {
		for (int time = 1; time <= 4; time++) {
			assertThat(this.rateLimit.tryOnce("192.0.2.1").isPresent()).isEqualTo(time == 4);
		}
		this.clock.advance(Duration.ofMinutes(20));

		assertThat(this.rateLimit.tryOnce("192.0.2.1")).isEmpty();
		assertThat(this.rateLimit.tryOnce("192.0.2.1")).contains(Duration.ofMinutes(20));
	}

	@Test
	void allowsNoMoreThanTheCapacityAfterALongTime() {
		assertThat(this.rateLimit.tryOnce("192.0.2.1")).isEmpty();
		this.clock.advance(Duration.ofDays(1));
		for (int time = 1; time <= 3; time++) {
			assertThat(this.rateLimit.tryOnce("192.0.2.1")).isEmpty();
		}

		assertThat(this.rateLimit.tryOnce("192.0.2.1")).isPresent();
	}

	@Test
	void countsConcurrentAttempts() {
		Callable<Optional<Duration>> attempt = () -> this.rateLimit.tryOnce("192.0.2.1");

		List<Optional<Duration>> waits = Races.run(Collections.nCopies(20, attempt));

		assertThat(waits).filteredOn(Optional::isEmpty).hasSize(3);
	}

}
