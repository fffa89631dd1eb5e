package com.howsmytrack.throttle;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ThrottleTests {

	private static final Rate THREE_AN_HOUR = new Rate(3, Duration.ofHours(1));

	@Autowired
	private Throttles throttles;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Test
	void letsThroughSoManyAndTellsTheNextHowLongToWait() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);
		for (int time = 1; time <= 3; time++) {
			assertThat(throttle.tryOnce("ada")).isEmpty();
		}

		assertThat(throttle.tryOnce("ada")).contains(Duration.ofMinutes(20));
		assertThat(throttle.tryOnce("bo")).as("somebody else").isEmpty();
		assertThat(this.throttles.of("ring", THREE_AN_HOUR).tryOnce("ada")).as("something else").isEmpty();
	}

	@Test
	void letsOneThroughAgainAfterItsShareOfTheTime() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);
		assertThat(throttle.takeUpTo(5, "ada")).isEqualTo(3);
		this.clock.pass(Duration.ofMinutes(20));

		assertThat(throttle.tryOnce("ada")).isEmpty();
		assertThat(throttle.tryOnce("ada")).isPresent();
	}

	@Test
	void takesBackWhatWasNotUsed() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);
		assertThat(throttle.takeUpTo(3, "ada")).isEqualTo(3);
		throttle.giveBack(2, "ada");
		throttle.giveBack(0, "ada");

		assertThat(throttle.takeUpTo(3, "ada")).isEqualTo(2);
		assertThat(throttle.takeUpTo(3, "ada")).isZero();
	}

	@Test
	void countsAllWhoTryAtOnce() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);
		Callable<Optional<Duration>> knock = () -> throttle.tryOnce("ada");

		List<Optional<Duration>> results = Races.run(Collections.nCopies(12, knock));

		assertThat(results).filteredOn(Optional::isEmpty).hasSize(3);
	}

	@Test
	void keepsNoNames() {
		assertThat(this.throttles.of("knock", THREE_AN_HOUR).tryOnce("ada@example.com")).isEmpty();

		assertThat(this.database.single(String.class, "SELECT id FROM throttle")).matches("[0-9a-f]{64}");
	}

	@Test
	void forgetsWhoHasNotTriedForLong() {
		assertThat(this.throttles.of("knock", THREE_AN_HOUR).tryOnce("ada")).isEmpty();
		this.throttles.removeExpired();
		assertThat(this.database.count("throttle")).isEqualTo(1);

		this.database.update("UPDATE throttle SET expires_at = 1");
		this.throttles.removeExpired();
		assertThat(this.database.count("throttle")).isZero();
	}

}
