package com.howsmytrack.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresLiveTopicsTests extends TwoLiveInstances {

	@Autowired
	private PlatformTransactionManager transactionManager;

	@Test
	void wakesTheSubscriptionsOfItsOwnAndOfOtherInstances() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		this.number.set(1);
		this.writer.changed(Set.of(TOPIC));

		assertThat(next(own)).isEqualTo(1);
		assertThat(next(remote)).isEqualTo(1);
	}

	@Test
	void wakesAllSubscriptionsOfAKind() {
		BlockingQueue<Long> first = follow(this.reader, TOPIC);
		BlockingQueue<Long> second = follow(this.reader, OTHER_TOPIC);
		BlockingQueue<Long> otherKind = follow(this.reader, new Topic("lists", 1));
		assertThat(next(first)).isZero();
		assertThat(next(second)).isZero();
		assertThat(next(otherKind)).isZero();

		this.number.set(1);
		this.writer.allChanged("rooms");

		assertThat(next(first)).isEqualTo(1);
		assertThat(next(second)).isEqualTo(1);
		this.number.set(2);
		this.writer.changed(Set.of(new Topic("lists", 1)));
		assertThat(next(otherKind)).as("not woken by the first change").isEqualTo(2);
	}

	@Test
	void wakesNoSubscriptionBeforeTheCommit() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			awaitAnotherChange();
			assertThat(own).isEmpty();
			assertThat(remote).isEmpty();
		});

		assertThat(next(own)).isEqualTo(1);
		assertThat(next(remote)).isEqualTo(1);
	}

	@Test
	void wakesASubscriptionOnceForAllChangesOfATransaction() {
		AtomicLong reads = new AtomicLong();
		BlockingQueue<Long> own = new LinkedBlockingQueue<>();
		this.writer.followState(TOPIC, reads::incrementAndGet).subscribe(own::add);
		assertThat(next(own)).isEqualTo(1);

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			for (int change = 0; change < 1_000; change++) {
				this.writer.changed(Set.of(TOPIC));
				this.writer.allChanged("rooms");
			}
		});

		assertThat(next(own)).isEqualTo(2);
		awaitAnotherChange();
		assertThat(reads).hasValue(2);
	}

	@Test
	void keepsTheChangesOfNestedTransactionsApart() {
		TransactionTemplate independent = new TransactionTemplate(this.transactionManager);
		independent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		BlockingQueue<Long> ofInner = follow(this.writer, TOPIC);
		BlockingQueue<Long> ofOuter = follow(this.writer, new Topic("rooms", 3));
		assertThat(next(ofInner)).isZero();
		assertThat(next(ofOuter)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((_) -> {
			this.number.set(1);
			this.writer.changed(Set.of(new Topic("rooms", 3)));
			independent.executeWithoutResult((_) -> this.writer.changed(Set.of(TOPIC)));
			assertThat(next(ofInner)).isEqualTo(1);
			assertThat(ofOuter).isEmpty();
		});

		assertThat(next(ofOuter)).isEqualTo(1);
	}

	@Test
	void wakesNoSubscriptionAfterARollback() {
		BlockingQueue<Long> own = follow(this.writer, TOPIC);
		BlockingQueue<Long> remote = follow(this.reader, TOPIC);
		assertThat(next(own)).isZero();
		assertThat(next(remote)).isZero();

		new TransactionTemplate(this.transactionManager).executeWithoutResult((transaction) -> {
			this.number.set(1);
			this.writer.changed(Set.of(TOPIC));
			transaction.setRollbackOnly();
		});
		awaitAnotherChange();

		assertThat(own).isEmpty();
		assertThat(remote).isEmpty();
	}

	/// No notification is sent here.
	@Test
	void pollsSoThatALostNotificationOnlyDelaysASubscription() {
		PostgresLiveTopics polling = started(this.details, Duration.ofMillis(100));
		BlockingQueue<Long> remote = follow(polling, TOPIC);
		assertThat(next(remote)).isZero();

		this.number.set(1);

		assertThat(next(remote)).isEqualTo(1);
	}

	@Test
	void countsItsSubscriptions() {
		assertThat(next(follow(this.writer, TOPIC))).isZero();
		assertThat(next(follow(this.writer, TOPIC))).isZero();

		assertThat(this.writer.subscriptions()).isEqualTo(2);
	}

}
