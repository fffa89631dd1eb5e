package com.howsmytrack.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobThrottleTests {

	private long now;

	private final List<Duration> pauses = new ArrayList<>();

	@Test
	void pausesInProportionToTheTimeSinceTheLastPause() {
		JobThrottle.Work work = throttle(0.25).begin();

		passes(8);
		work.pause();
		passes(20);
		work.pause();

		assertThat(this.pauses).containsExactly(Duration.ofMillis(2), Duration.ofMillis(5));
	}

	@Test
	void continuesAfterLittleWorkAndPausesForItLater() {
		JobThrottle.Work work = throttle(0.5).begin();

		passes(1);
		work.pause();
		assertThat(this.pauses).isEmpty();

		passes(1);
		work.pause();
		assertThat(this.pauses).containsExactly(Duration.ofMillis(1));
	}

	@Test
	void limitsThePauseAfterALongWaitForALock() {
		JobThrottle.Work work = throttle(0.25).begin();

		passes(60_000);
		work.pause();

		assertThat(this.pauses).containsExactly(Duration.ofMillis(50));
	}

	/// The clock advances during a pause.
	private JobThrottle throttle(double pauseRatio) {
		return new JobThrottle(pauseRatio, () -> this.now, (nanos) -> {
			this.pauses.add(Duration.ofNanos(nanos));
			this.now += nanos;
		});
	}

	private void passes(long milliseconds) {
		this.now += Duration.ofMillis(milliseconds).toNanos();
	}

}
