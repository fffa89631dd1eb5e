package com.howsmytrack.account.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.howsmytrack.mail.RecipientAccepted;
import com.howsmytrack.mail.RecipientRefused;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.Races;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/// Several instances send mails to one address at the same time.
@WholeApplication
class AddressRefusalsTests {

	private static final String ADDRESS = "ada@example.com";

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private AdjustableClock clock;

	private long ada;

	@BeforeEach
	void createAda() {
		this.api.member("ada");
		this.ada = this.database.single(Long.class, "SELECT id FROM account");
	}

	@Test
	void countEachOfConcurrentRefusals() {
		Races.onTable("account", Collections.nCopies(5, refusal()));

		assertThat(refusals()).isEqualTo(5);
	}

	@Test
	void markAnAddressWithTheTimeOfTheRefusalThatReachesTheLimit() {
		Races.onTable("account", Collections.nCopies(3, refusal()));
		Instant marked = this.clock.instant();
		this.clock.advance(Duration.ofHours(1));

		Races.onTable("account", Collections.nCopies(3, refusal()));

		assertThat(this.database.count("account WHERE email_refused_at = '%s'".formatted(marked))).isEqualTo(1);
	}

	/// The transaction that waits for the row must count from what the other one has
	/// stored.
	@Test
	void beginAgainAtAnAcceptedMailThatCommitsFirst() throws InterruptedException {
		Races.onTable("account", Collections.nCopies(2, refusal()));

		Thread waiting = Objects.requireNonNull(this.transactions.execute((_) -> {
			this.events.publishEvent(new RecipientAccepted(this.ada, ADDRESS));
			Thread refusing = Thread.startVirtualThread(this::refuse);
			this.database.awaitWaiting(1);
			return refusing;
		}));
		waiting.join();

		assertThat(refusals()).isEqualTo(1);
		assertThat(this.database.count("account WHERE email_refused_at IS NOT NULL")).isZero();
	}

	private Callable<Boolean> refusal() {
		return () -> {
			refuse();
			return true;
		};
	}

	private void refuse() {
		this.transactions
			.executeWithoutResult((_) -> this.events.publishEvent(new RecipientRefused(this.ada, ADDRESS)));
	}

	private int refusals() {
		return this.database.single(Integer.class, "SELECT email_refusals FROM account");
	}

}
