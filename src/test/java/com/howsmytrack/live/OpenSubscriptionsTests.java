package com.howsmytrack.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.howsmytrack.live.TopicReader.Items;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// At most two subscriptions read at the same time.
class OpenSubscriptionsTests {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final OpenSubscriptions two = new OpenSubscriptions(Duration.ofHours(1), 2);

	private final AtomicInteger reading = new AtomicInteger();

	private final AtomicInteger mostReading = new AtomicInteger();

	/// A read does not end before two have begun.
	@Test
	void readAtTheSameTimeUpToTheLimit() {
		CountDownLatch bothReading = new CountDownLatch(2);
		List<RecordedItems> recorders = LongStream.range(0, 50).mapToObj((number) -> {
			RecordedItems recorder = new RecordedItems(Long.MAX_VALUE);
			this.two.follow(new Topic("rooms", number), 0L, (cursor) -> {
				enter();
				bothReading.countDown();
				leaveAfter(bothReading);
				return new Items<>(List.of(number), cursor, false);
			}).subscribe(recorder);
			return recorder;
		}).toList();

		assertThat(recorders).map(RecordedItems::next)
			.containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
		assertThat(this.mostReading).hasValue(2);
	}

	/// A thread in a read waits with a time limit, and a thread that must not read yet
	/// waits without one.
	@Test
	void waitWhileTwoOthersRead() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> this.two.limited(() -> {
			enter();
			leaveAfter(release);
			return true;
		}))).limit(3).toList();

		await().atMost(LIMIT)
			.until(() -> this.reading.get() == 2
					&& threads.stream().filter((thread) -> thread.getState() == Thread.State.WAITING).count() == 1);
		release.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.mostReading).hasValue(2);
	}

	private void enter() {
		this.mostReading.accumulateAndGet(this.reading.incrementAndGet(), Math::max);
	}

	private void leaveAfter(CountDownLatch end) {
		try {
			assertThat(end.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		finally {
			this.reading.decrementAndGet();
		}
	}

}
