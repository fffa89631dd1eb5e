package com.howsmytrack.live;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import com.howsmytrack.live.TopicReader.Items;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TopicSubscriptionTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private static final Topic TOPIC = new Topic("rooms", 1);

	private final OpenSubscriptions subscriptions = new OpenSubscriptions(Duration.ofHours(1), 8);

	private final AtomicInteger reads = new AtomicInteger();

	/// The last number of the topic.
	private volatile long last;

	@Test
	void readsAfterItsPositionWhenItIsWoken() throws InterruptedException {
		this.last = 2;
		RecordedItems recorder = follow(this::numbersAfter, Long.MAX_VALUE);
		assertThat(recorder.next()).isEqualTo(1);
		assertThat(recorder.next()).isEqualTo(2);

		this.last = 4;
		this.subscriptions.wakeAll();

		assertThat(recorder.next()).isEqualTo(3);
		assertThat(recorder.next()).isEqualTo(4);
	}

	@Test
	void readsAgainIfItIsWokenDuringARead() throws InterruptedException {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		RecordedItems recorder = follow((cursor) -> {
			Items<Long, Long> items = numbersAfter(cursor);
			reading.countDown();
			awaitZero(release);
			return items;
		}, Long.MAX_VALUE);
		awaitZero(reading);

		this.last = 1;
		this.subscriptions.wakeAll();
		release.countDown();

		assertThat(recorder.next()).isEqualTo(1);
		assertThat(this.reads).hasValue(2);
	}

	@Test
	void readsOnceForAllChangesWhileItsSubscriberRequestsNothing() throws InterruptedException {
		this.last = 1;
		RecordedItems recorder = follow(this::numbersAfter, 1);
		assertThat(recorder.next()).isEqualTo(1);

		for (int change = 2; change <= 1_000; change++) {
			this.last = change;
			this.subscriptions.wakeAll();
		}
		assertThat(this.reads).hasValue(1);
		recorder.request(999);

		assertThat(LongStream.rangeClosed(2, 1_000))
			.allSatisfy((number) -> assertThat(recorder.next()).isEqualTo(number));
		assertThat(this.reads).hasValue(2);
	}

	@Test
	void keepsTheItemsOfAReadUntilTheyAreRequested() throws InterruptedException {
		this.last = 3;
		RecordedItems recorder = follow(this::numbersAfter, 1);
		assertThat(recorder.next()).isEqualTo(1);

		recorder.request(1);
		assertThat(recorder.next()).isEqualTo(2);
		recorder.request(1);
		assertThat(recorder.next()).isEqualTo(3);

		assertThat(this.reads).hasValue(1);
	}

	/// In each round, one thread requests an item while another one changes the topic.
	@Test
	void emitsEachItemOnceIfItIsWokenAtTheSameTime() {
		int rounds = 500;
		CyclicBarrier round = new CyclicBarrier(2);
		RecordedItems recorder = follow(this::numbersAfter, 1);
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			threads.submit(() -> {
				for (int number = 1; number <= rounds; number++) {
					round.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
					this.last = number;
					this.subscriptions.wakeAll();
				}
				return rounds;
			});
			threads.submit(() -> {
				for (int number = 1; number <= rounds; number++) {
					round.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
					recorder.request(1);
				}
				return rounds;
			});

			for (long number = 1; number <= rounds; number++) {
				assertThat(recorder.next()).isEqualTo(number);
			}
		}
	}

	@Test
	void readsTheRestIfAReadDidNotReturnAll() throws InterruptedException {
		this.last = 3;
		RecordedItems recorder = follow((cursor) -> {
			this.reads.incrementAndGet();
			return new Items<>(List.of(cursor + 1), cursor + 1, cursor + 1 < this.last);
		}, Long.MAX_VALUE);

		assertThat(recorder.next()).isEqualTo(1);
		assertThat(recorder.next()).isEqualTo(2);
		assertThat(recorder.next()).isEqualTo(3);
		assertThat(this.reads).hasValue(3);
	}

	@Test
	void readsAgainAfterAnOutageOfTheDatabase() throws InterruptedException {
		this.last = 1;
		RecordedItems recorder = follow((cursor) -> {
			if (this.reads.get() == 0) {
				this.reads.incrementAndGet();
				throw new CannotGetJdbcConnectionException("no", new SQLTransientConnectionException("no"));
			}
			return numbersAfter(cursor);
		}, Long.MAX_VALUE);
		await().atMost(LIMIT).until(() -> this.reads.get() == 1);

		this.subscriptions.wakeAll();

		assertThat(recorder.next()).isEqualTo(1);
	}

	@Test
	void endsWithAnotherFailureOfItsReader() throws InterruptedException {
		RecordedItems recorder = follow((_) -> {
			throw new IllegalStateException("a defect");
		}, Long.MAX_VALUE);

		assertThat(recorder.failures.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).hasMessage("a defect");
		assertThat(this.subscriptions.count()).isZero();
	}

	@Test
	void isForgottenWhenItsSubscriberCancels() throws InterruptedException {
		this.last = 1;
		RecordedItems recorder = follow(this::numbersAfter, Long.MAX_VALUE);
		assertThat(recorder.next()).isEqualTo(1);
		assertThat(this.subscriptions.count()).isEqualTo(1);

		recorder.cancel();
		this.subscriptions.wakeAll();

		assertThat(this.subscriptions.count()).isZero();
		assertThat(this.reads).hasValue(1);
	}

	/// The thread of a writer wakes the subscriptions of other members.
	@Test
	void doesNotInheritTheContextOfTheThreadThatWakesIt() throws InterruptedException {
		InheritableThreadLocal<String> context = new InheritableThreadLocal<>();
		context.set("the context of the writer");
		BlockingQueue<String> seen = new LinkedBlockingQueue<>();
		follow((cursor) -> {
			seen.add(String.valueOf(context.get()));
			return new Items<>(List.of(), cursor, false);
		}, 1);

		assertThat(seen.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("null");
	}

	private Items<Long, Long> numbersAfter(Long cursor) {
		long end = this.last;
		this.reads.incrementAndGet();
		return new Items<>(LongStream.rangeClosed(cursor + 1, end).boxed().toList(), end, false);
	}

	private RecordedItems follow(TopicReader<Long, Long> reader, long requested) {
		RecordedItems recorder = new RecordedItems(requested);
		this.subscriptions.follow(TOPIC, 0L, reader).subscribe(recorder);
		return recorder;
	}

	private static void awaitZero(CountDownLatch latch) {
		try {
			assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
