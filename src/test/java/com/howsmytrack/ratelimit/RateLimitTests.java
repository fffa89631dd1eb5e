package com.howsmytrack.ratelimit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DatabaseTest
class RateLimitTests {

	private static final Rate THREE_AN_HOUR = new Rate(3, Duration.ofHours(1));

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private Database database;

	@Autowired
	private TransactionOperations transactions;

	private RateLimiter rateLimiter;

	@BeforeEach
	void createALimiterWithAnEmptyCache(@Autowired JdbcClient jdbc) {
		this.rateLimiter = new RateLimiter(jdbc, this.clock);
	}

	@Test
	void allowsTheCapacityAndThenReturnsTheTimeToWait() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);
		for (int time = 1; time <= 3; time++) {
			assertThat(rateLimit.tryOnce("ada")).isEmpty();
		}

		assertThat(rateLimit.tryOnce("ada")).contains(Duration.ofMinutes(20));
		assertThat(rateLimit.tryOnce("bo")).as("another subject").isEmpty();
		assertThat(this.rateLimiter.of("registration", THREE_AN_HOUR).tryOnce("ada")).as("another limit").isEmpty();
	}

	@Test
	void allowsOneMoreAttemptAfterOneStep() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(5, "ada")).isEqualTo(3);
		this.clock.advance(Duration.ofMinutes(20));

		assertThat(rateLimit.tryOnce("ada")).isEmpty();
		assertThat(rateLimit.tryOnce("ada")).isPresent();
	}

	@Test
	void refundsUnusedAttempts() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(3);
		rateLimit.refund(2, "ada");
		rateLimit.refund(0, "ada");

		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(2);
		assertThat(rateLimit.takeUpTo(3, "ada")).isZero();
	}

	@Test
	void countsConcurrentAttempts() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);
		Callable<Optional<Duration>> attempt = () -> rateLimit.tryOnce("ada");

		List<Optional<Duration>> results = Races.onTable("rate_limit", Collections.nCopies(12, attempt));

		assertThat(results).filteredOn(Optional::isEmpty).hasSize(3);
	}

	@Test
	void countsUnderAllLimitsOrUnderNone() {
		RateLimit network = this.rateLimiter.of("network", new Rate(2, Duration.ofHours(1)));
		RateLimit account = this.rateLimiter.of("account", THREE_AN_HOUR);
		List<RateLimit.Attempt> both = List.of(network.attempt("here"), account.attempt("ada"));
		assertThat(this.rateLimiter.tryOnce(both)).isEmpty();
		assertThat(this.rateLimiter.tryOnce(both)).isEmpty();

		assertThat(this.rateLimiter.tryOnce(both)).contains(Duration.ofMinutes(30));
		assertThat(this.rateLimiter.tryOnce(both)).contains(Duration.ofMinutes(30));

		assertThat(account.takeUpTo(3, "ada"))
			.as("an attempt that the network limit denies does not count for the account")
			.isOne();
	}

	@Test
	void countsUnderSeveralLimitsInOneStatement() {
		List<RateLimit.Attempt> attempts = List.of(this.rateLimiter.of("sign-in", THREE_AN_HOUR).attempt("ada"),
				this.rateLimiter.of("registration", THREE_AN_HOUR).attempt("ada"),
				this.rateLimiter.of("password-reset", THREE_AN_HOUR).attempt("ada"));

		assertThat(Statements.of(() -> this.rateLimiter.tryOnce(attempts))).hasSize(1);
		assertThat(Statements.of(() -> {
			this.rateLimiter.refund(attempts, RateLimit.flag("seen", "ada", Duration.ofDays(1)));
			return attempts;
		})).hasSize(1);
	}

	@Test
	void keepsAFlagUntilItExpires() {
		RateLimit.Flag flag = RateLimit.flag("seen", "ada", Duration.ofDays(1));
		assertThat(this.rateLimiter.isSet(flag)).isFalse();
		this.rateLimiter.refund(List.of(), flag);
		this.rateLimiter.refund(List.of(), flag);

		assertThat(this.rateLimiter.isSet(flag)).isTrue();
		assertThat(this.rateLimiter.isSet(RateLimit.flag("seen", "bo", Duration.ofDays(1)))).isFalse();
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.rateLimiter.isSet(flag)).isFalse();
	}

	/// Many attempts at once must not load the database.
	@Test
	void cachesDeniedSubjects() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);
		assertThat(rateLimit.takeUpTo(3, "ada")).isEqualTo(3);
		assertThat(rateLimit.tryOnce("ada")).isPresent();

		assertThat(Statements.of(() -> assertThat(rateLimit.tryOnce("ada")).contains(Duration.ofMinutes(20))))
			.isEmpty();
		rateLimit.refund(1, "ada");
		assertThat(rateLimit.tryOnce("ada")).isEmpty();
	}

	@Test
	void failsInsideATransaction() {
		RateLimit rateLimit = this.rateLimiter.of("sign-in", THREE_AN_HOUR);

		assertThatIllegalStateException().isThrownBy(() -> this.transactions.execute((_) -> rateLimit.tryOnce("ada")))
			.withMessageContaining("before the transaction begins");
	}

	@Test
	void storesNoPersonalData() {
		assertThat(this.rateLimiter.of("sign-in", THREE_AN_HOUR).tryOnce("ada@example.com")).isEmpty();

		assertThat(this.database.single(String.class, "SELECT id FROM rate_limit")).matches("[0-9a-f]{64}");
	}

	@Test
	void deletesARowOnceItsFullCapacityIsAvailable() {
		assertThat(this.rateLimiter.of("sign-in", THREE_AN_HOUR).tryOnce("ada")).isEmpty();
		this.clock.advance(Duration.ofMinutes(20));
		this.rateLimiter.deleteExpired();
		assertThat(this.database.count("rate_limit")).isEqualTo(1);

		this.clock.advance(Duration.ofMillis(1));
		this.rateLimiter.deleteExpired();
		assertThat(this.database.count("rate_limit")).isZero();
	}

}
