package com.howsmytrack.ratelimit;

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
class RateLimitTests {

	private static final Rate THREE_AN_HOUR = new Rate(3, Duration.ofHours(1));

	@Autowired
	private RateLimiter rateLimiter;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void letsThroughSoManyAndTellsTheNextHowLongToWait() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);
		for (int time = 1; time <= 3; time++) {
			assertThat(rateLimit.tryOnce("ada")).isEmpty();
		}

		assertThat(rateLimit.tryOnce("ada")).contains(Duration.ofMinutes(20));
		assertThat(rateLimit.tryOnce("bo")).as("somebody else").isEmpty();
		assertThat(this.rateLimiter.of("ring", THREE_AN_HOUR).tryOnce("ada")).as("something else").isEmpty();
	}

	@Test
	void letsOneThroughAgainAfterItsShareOfTheTime() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(5, "ada")).isEqualTo(3);
		this.clock.pass(Duration.ofMinutes(20));

		assertThat(rateLimit.tryOnce("ada")).isEmpty();
		assertThat(rateLimit.tryOnce("ada")).isPresent();
	}

	@Test
	void takesBackWhatWasNotUsed() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(3);
		rateLimit.giveBack(2, "ada");
		rateLimit.giveBack(0, "ada");

		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(2);
		assertThat(rateLimit.takeUpTo(3, "ada")).isZero();
	}

	@Test
	void countsAllWhoTryAtOnce() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);
		Callable<Optional<Duration>> knock = () -> rateLimit.tryOnce("ada");

		List<Optional<Duration>> results = Races.onTable("rate_limit", Collections.nCopies(12, knock));

		assertThat(results).filteredOn(Optional::isEmpty).hasSize(3);
	}

	@Test
	void countsUnderAllRulesOrUnderNone() {
		RateLimit network = this.rateLimiter.of("network", new Rate(2, Duration.ofHours(1)));
		RateLimit account = this.rateLimiter.of("account", THREE_AN_HOUR);
		List<RateLimit.Try> both = List.of(network.of("here"), account.of("ada"));
		assertThat(this.rateLimiter.tryOnce(both)).isEmpty();
		assertThat(this.rateLimiter.tryOnce(both)).isEmpty();

		assertThat(this.rateLimiter.tryOnce(both)).contains(Duration.ofMinutes(30));
		assertThat(this.rateLimiter.tryOnce(both)).contains(Duration.ofMinutes(30));

		assertThat(account.takeUpTo(3, "ada")).as("what the network refused does not count for the account").isOne();
	}

	@Test
	void countsInOneStatementHoweverManyRules() {
		List<RateLimit.Try> tries = List.of(this.rateLimiter.of("knock", THREE_AN_HOUR).of("ada"),
				this.rateLimiter.of("ring", THREE_AN_HOUR).of("ada"),
				this.rateLimiter.of("call", THREE_AN_HOUR).of("ada"));

		assertThat(Statements.of(() -> this.rateLimiter.tryOnce(tries))).hasSize(1);
		assertThat(Statements.of(() -> {
			this.rateLimiter.giveBack(tries, RateLimit.memory("seen", "ada", Duration.ofDays(1)));
			return tries;
		})).hasSize(1);
	}

	@Test
	void remembersForAWhile() {
		RateLimit.Memory memory = RateLimit.memory("seen", "ada", Duration.ofDays(1));
		assertThat(this.rateLimiter.remembers(memory)).isFalse();
		this.rateLimiter.giveBack(List.of(), memory);
		this.rateLimiter.giveBack(List.of(), memory);

		assertThat(this.rateLimiter.remembers(memory)).isTrue();
		assertThat(this.rateLimiter.remembers(RateLimit.memory("seen", "bo", Duration.ofDays(1)))).isFalse();
		this.clock.pass(Duration.ofDays(1));
		assertThat(this.rateLimiter.remembers(memory)).isFalse();
	}

	/// A flood of tries is refused without the database.
	@Test
	void knowsByHeartWhoHasToWait() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(3);
		assertThat(rateLimit.tryOnce("ada")).isPresent();

		assertThat(Statements.of(() -> assertThat(rateLimit.tryOnce("ada")).contains(Duration.ofMinutes(20))))
			.isEmpty();
		rateLimit.giveBack(1, "ada");
		assertThat(rateLimit.tryOnce("ada")).isEmpty();
	}

	@Test
	void isNotAskedWithinATransaction() {
		RateLimit rateLimit = this.rateLimiter.of("knock", THREE_AN_HOUR);

		assertThatIllegalStateException().isThrownBy(() -> this.transactions.execute((_) -> rateLimit.tryOnce("ada")))
			.withMessageContaining("before you begin a transaction");
	}

	@Test
	void keepsNoNames() {
		assertThat(this.rateLimiter.of("knock", THREE_AN_HOUR).tryOnce("ada@example.com")).isEmpty();

		assertThat(this.database.single(String.class, "SELECT id FROM rate_limit")).matches("[0-9a-f]{64}");
	}

	@Test
	void forgetsWhoHasNotTriedForLong() {
		assertThat(this.rateLimiter.of("knock", THREE_AN_HOUR).tryOnce("ada")).isEmpty();
		this.clock.pass(Duration.ofMinutes(20));
		this.rateLimiter.removeIdle();
		assertThat(this.database.count("rate_limit")).isEqualTo(1);

		this.clock.pass(Duration.ofMillis(1));
		this.rateLimiter.removeIdle();
		assertThat(this.database.count("rate_limit")).isZero();
	}

}
