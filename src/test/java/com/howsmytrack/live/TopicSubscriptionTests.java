package com.howsmytrack.live;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import com.howsmytrack.live.TopicReader.Items;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

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
		Recorder recorder = follow(this::numbersAfter, Long.MAX_VALUE);
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
		Recorder recorder = follow((cursor) -> {
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
		Recorder recorder = follow(this::numbersAfter, 1);
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
		Recorder recorder = follow(this::numbersAfter, 1);
		assertThat(recorder.next()).isEqualTo(1);

		recorder.request(1);
		assertThat(recorder.next()).isEqualTo(2);
		recorder.request(1);
		assertThat(recorder.next()).isEqualTo(3);

		assertThat(this.reads).hasValue(1);
	}

	/// One thread requests items one by one while another changes the topic.
	@Test
	void emitsEachItemOnceIfItIsWokenAtTheSameTime() throws InterruptedException {
		long count = 2_000;
		Recorder recorder = follow(this::numbersAfter, 1);
		Thread writer = Thread.ofPlatform().start(() -> {
			for (long number = 1; number <= count; number++) {
				this.last = number;
				this.subscriptions.wakeAll();
			}
		});
		Thread requester = Thread.ofPlatform().start(() -> LongStream.range(0, count).forEach((_) -> {
			recorder.request(1);
			Thread.yield();
		}));

		for (long number = 1; number <= count; number++) {
			assertThat(recorder.next()).isEqualTo(number);
		}
		writer.join();
		requester.join();
	}

	@Test
	void readsTheRestIfAReadDidNotReturnAll() throws InterruptedException {
		this.last = 3;
		Recorder recorder = follow((cursor) -> {
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
		Recorder recorder = follow((cursor) -> {
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
		Recorder recorder = follow((_) -> {
			throw new IllegalStateException("a defect");
		}, Long.MAX_VALUE);

		assertThat(recorder.failures.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).hasMessage("a defect");
		assertThat(this.subscriptions.count()).isZero();
	}

	@Test
	void isForgottenWhenItsSubscriberCancels() throws InterruptedException {
		this.last = 1;
		Recorder recorder = follow(this::numbersAfter, Long.MAX_VALUE);
		assertThat(recorder.next()).isEqualTo(1);
		assertThat(this.subscriptions.count()).isEqualTo(1);

		recorder.cancel();
		this.subscriptions.wakeAll();

		assertThat(this.subscriptions.count()).isZero();
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void readsAreLimited() throws InterruptedException {
		OpenSubscriptions two = new OpenSubscriptions(Duration.ofHours(1), 2);
		AtomicInteger reading = new AtomicInteger();
		AtomicInteger mostReading = new AtomicInteger();
		List<Recorder> recorders = LongStream.range(0, 50).mapToObj((number) -> {
			Recorder recorder = new Recorder(Long.MAX_VALUE);
			two.follow(new Topic("rooms", number), 0L, (cursor) -> {
				mostReading.accumulateAndGet(reading.incrementAndGet(), Math::max);
				Thread.yield();
				reading.decrementAndGet();
				return new Items<>(List.of(number), cursor, false);
			}).subscribe(recorder);
			return recorder;
		}).toList();

		for (Recorder recorder : recorders) {
			recorder.next();
		}
		assertThat(mostReading.get()).isBetween(1, 2);
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

	private Recorder follow(TopicReader<Long, Long> reader, long requested) {
		Recorder recorder = new Recorder(requested);
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

	/// Requests a number of items at first, and then as many as a test says.
	private static final class Recorder extends BaseSubscriber<Long> {

		private final long requested;

		private final BlockingQueue<Long> items = new LinkedBlockingQueue<>();

		private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

		Recorder(long requested) {
			this.requested = requested;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			request(this.requested);
		}

		@Override
		protected void hookOnNext(Long item) {
			this.items.add(item);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failures.add(failure);
		}

		long next() {
			try {
				Long item = this.items.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
				assertThat(item).isNotNull();
				return item;
			}
			catch (InterruptedException interrupted) {
				throw new IllegalStateException(interrupted);
			}
		}

	}

}
