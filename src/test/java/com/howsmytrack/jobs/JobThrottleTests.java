package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobThrottleTests {

	private long now;

	private final List<Duration> rests = new ArrayList<>();

	@Test
	void restsInProportionToWhatWasDoneSinceTheLastRest() {
		JobThrottle.Work work = throttle(0.25).begin();

		passes(8);
		work.pause();
		passes(20);
		work.pause();

		assertThat(this.rests).containsExactly(Duration.ofMillis(2), Duration.ofMillis(5));
	}

	@Test
	void goesOnAtOnceAfterLittleWorkAndRestsForItLater() {
		JobThrottle.Work work = throttle(0.5).begin();

		passes(1);
		work.pause();
		assertThat(this.rests).isEmpty();

		passes(1);
		work.pause();
		assertThat(this.rests).containsExactly(Duration.ofMillis(1));
	}

	@Test
	void doesNotCountWaitingForALockAsWork() {
		JobThrottle.Work work = throttle(0.25).begin();

		passes(60_000);
		work.pause();

		assertThat(this.rests).containsExactly(Duration.ofMillis(50));
	}

	/// The clock goes on while it rests.
	private JobThrottle throttle(double rest) {
		return new JobThrottle(rest, () -> this.now, (nanos) -> {
			this.rests.add(Duration.ofNanos(nanos));
			this.now += nanos;
		});
	}

	private void passes(long milliseconds) {
		this.now += Duration.ofMillis(milliseconds).toNanos();
	}

}
