package com.howsmytrack.throttle;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@WholeApplication
class ThrottleTests {

	private static final Rate THREE_AN_HOUR = new Rate(3, Duration.ofHours(1));

	@Autowired
	private Throttles throttles;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Autowired
	private TransactionOperations transactions;

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
	void countsUnderAllRulesOrUnderNone() {
		Throttle network = this.throttles.of("network", new Rate(2, Duration.ofHours(1)));
		Throttle account = this.throttles.of("account", THREE_AN_HOUR);
		List<Throttle.Try> both = List.of(network.of("here"), account.of("ada"));
		assertThat(this.throttles.tryOnce(both)).isEmpty();
		assertThat(this.throttles.tryOnce(both)).isEmpty();

		assertThat(this.throttles.tryOnce(both)).contains(Duration.ofMinutes(30));
		assertThat(this.throttles.tryOnce(both)).contains(Duration.ofMinutes(30));

		assertThat(account.takeUpTo(3, "ada")).as("what the network refused does not count for the account").isOne();
	}

	@Test
	void countsInOneStatementHoweverManyRules() {
		List<Throttle.Try> tries = List.of(this.throttles.of("knock", THREE_AN_HOUR).of("ada"),
				this.throttles.of("ring", THREE_AN_HOUR).of("ada"), this.throttles.of("call", THREE_AN_HOUR).of("ada"));

		assertThat(Statements.of(() -> this.throttles.tryOnce(tries))).hasSize(1);
		assertThat(Statements.of(() -> {
			this.throttles.giveBack(tries, Throttle.memory("seen", "ada", Duration.ofDays(1)));
			return tries;
		})).hasSize(1);
	}

	@Test
	void remembersForAWhile() {
		Throttle.Memory memory = Throttle.memory("seen", "ada", Duration.ofDays(1));
		assertThat(this.throttles.remembers(memory)).isFalse();
		this.throttles.giveBack(List.of(), memory);
		this.throttles.giveBack(List.of(), memory);

		assertThat(this.throttles.remembers(memory)).isTrue();
		assertThat(this.throttles.remembers(Throttle.memory("seen", "bo", Duration.ofDays(1)))).isFalse();
		this.clock.pass(Duration.ofDays(1));
		assertThat(this.throttles.remembers(memory)).isFalse();
	}

	/// A flood of tries is refused without the database.
	@Test
	void knowsByHeartWhoHasToWait() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);
		assertThat(throttle.takeUpTo(3, "ada")).isEqualTo(3);
		assertThat(throttle.tryOnce("ada")).isPresent();

		assertThat(Statements.of(() -> assertThat(throttle.tryOnce("ada")).contains(Duration.ofMinutes(20)))).isEmpty();
		throttle.giveBack(1, "ada");
		assertThat(throttle.tryOnce("ada")).isEmpty();
	}

	@Test
	void isNotAskedWithinATransaction() {
		Throttle throttle = this.throttles.of("knock", THREE_AN_HOUR);

		assertThatIllegalStateException().isThrownBy(() -> this.transactions.execute((_) -> throttle.tryOnce("ada")))
			.withMessageContaining("before you begin a transaction");
	}

	@Test
	void keepsNoNames() {
		assertThat(this.throttles.of("knock", THREE_AN_HOUR).tryOnce("ada@example.com")).isEmpty();

		assertThat(this.database.single(String.class, "SELECT id FROM throttle")).matches("[0-9a-f]{64}");
	}

	@Test
	void forgetsWhoHasNotTriedForLong() {
		assertThat(this.throttles.of("knock", THREE_AN_HOUR).tryOnce("ada")).isEmpty();
		this.clock.pass(Duration.ofMinutes(20));
		this.throttles.removeIdle();
		assertThat(this.database.count("throttle")).isEqualTo(1);

		this.clock.pass(Duration.ofMillis(1));
		this.throttles.removeIdle();
		assertThat(this.database.count("throttle")).isZero();
	}

}
