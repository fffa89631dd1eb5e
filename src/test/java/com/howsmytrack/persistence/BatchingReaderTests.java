package com.howsmytrack.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class BatchingReaderTests {

	private static final Duration SLOW = Duration.ofMillis(1);

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final ConcurrentLinkedQueue<List<Integer>> statements = new ConcurrentLinkedQueue<>();

	private final CountDownLatch free = new CountDownLatch(1);

	private final ExecutorService members = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void everybodyLeaves() {
		this.free.countDown();
		this.members.close();
	}

	@Test
	void readsASingleKeyAtOnce() {
		BatchingReader<Integer, String> pages = pagesOf(BatchingReaderTests::pages);

		assertThat(pages.of(7)).contains("page 7");
		assertThat(this.statements).containsExactly(List.of(7));
	}

	@Test
	void isEmptyForAKeyWithoutPage() {
		assertThat(pagesOf((_) -> Map.of()).of(7)).isEmpty();
	}

	@Test
	void readsDuringAStatementShareTheNextOne() {
		BatchingReader<Integer, String> pages = pagesOf(this::pagesOnceFree, Duration.ofMinutes(1));
		CompletableFuture<Optional<String>> first = asksFirst(pages);
		List<CompletableFuture<Optional<String>>> others = ask(pages, 2, 33);
		await().atMost(LIMIT).until(() -> pages.waiting() == 32);

		this.free.countDown();

		assertThat(answers(List.of(first))).containsExactly("page 1");
		assertThat(answers(others))
			.containsExactlyElementsOf(IntStream.rangeClosed(2, 33).mapToObj((key) -> "page " + key).toList());
		assertThat(this.statements).hasSize(2);
	}

	@Test
	void aSlowStatementDoesNotDelayOtherPages() {
		BatchingReader<Integer, String> pages = pagesOfWhichTheFirstIsSlow();
		CompletableFuture<Optional<String>> slow = asksFirst(pages);

		assertThat(answers(ask(pages, 2, 9))).hasSize(8);
		assertThat(slow).isNotDone();
	}

	@Test
	void besideASlowStatementAllOtherKeysAreRead() {
		CountDownLatch alsoFree = new CountDownLatch(1);
		BatchingReader<Integer, String> pages = pagesOf((keys) -> {
			if (keys.contains(1)) {
				return pagesOnceFree(keys);
			}
			return keys.contains(2) ? pagesOnce(alsoFree, keys) : BatchingReaderTests.pages(keys);
		});
		List<CompletableFuture<Optional<String>>> first = keepTheDatabaseBusy(pages);
		List<CompletableFuture<Optional<String>>> others = ask(pages, 3, 102);
		await().atMost(LIMIT).until(() -> pages.waiting() == 100);

		alsoFree.countDown();

		assertThat(answers(others)).hasSize(100);
		assertThat(first.getFirst()).isNotDone();
	}

	@Test
	void besideASlowStatementASingleKeyIsRead() {
		BatchingReader<Integer, String> pages = pagesOfWhichTheFirstIsSlow();
		CompletableFuture<Optional<String>> slow = asksFirst(pages);

		assertThat(answers(List.of(asks(pages, 2)))).containsExactly("page 2");
		assertThat(answers(List.of(asks(pages, 3)))).containsExactly("page 3");
		assertThat(slow).isNotDone();
	}

	@Test
	void oneCheckIsScheduledWhileReadsWait() {
		BlockingQueue<Runnable> looks = new LinkedBlockingQueue<>();
		BatchingReader<Integer, String> pages = pagesOf(this::pagesOnceFree, Duration.ofMinutes(1), looks::add);
		asksFirst(pages);
		assertThat(looks).isEmpty();
		List<CompletableFuture<Optional<String>>> others = ask(pages, 2, 9);
		await().atMost(LIMIT).until(() -> pages.waiting() == 8 && looks.size() == 1);

		looks.remove().run();

		assertThat(looks).hasSize(1);
		this.free.countDown();
		assertThat(answers(others)).hasSize(8);
		looks.remove().run();
		assertThat(looks).isEmpty();
		assertThat(this.statements).hasSize(2);
	}

	@Test
	void aCheckThatCannotBeScheduledFailsOnlyItsRead() {
		BlockingQueue<Runnable> looks = new LinkedBlockingQueue<>();
		Queue<String> failures = new ConcurrentLinkedQueue<>(List.of("no threads left"));
		BatchingReader<Integer, String> pages = pagesOf(this::pagesOnceFree, Duration.ofMinutes(1), (look) -> {
			if (!failures.isEmpty()) {
				throw new RejectedExecutionException(failures.remove());
			}
			looks.add(look);
		});
		asksFirst(pages);

		assertThatThrownBy(() -> pages.of(2)).hasMessage("no threads left");
		asks(pages, 3);

		await().atMost(LIMIT).until(() -> looks.size() == 1);
	}

	@Test
	void aFailureBesideASlowStatementReachesAllItsReads() {
		BlockingQueue<Runnable> looks = new LinkedBlockingQueue<>();
		BatchingReader<Integer, String> pages = pagesOf((keys) -> {
			if (!keys.contains(1)) {
				throw new DataRetrievalFailureException("unlucky");
			}
			return pagesOnceFree(keys);
		}, Duration.ZERO, looks::add);
		CompletableFuture<Optional<String>> slow = asksFirst(pages);
		List<CompletableFuture<Optional<String>>> others = ask(pages, 2, 3);
		await().atMost(LIMIT).until(() -> pages.waiting() == 2 && looks.size() == 1);

		looks.remove().run();

		assertThat(others).allSatisfy(
				(other) -> assertThatThrownBy(other::join).hasCauseInstanceOf(DataRetrievalFailureException.class));
		assertThat(slow).isNotDone();
	}

	@Test
	void anInterruptedReadGetsItsPageAndStaysInterrupted() {
		BatchingReader<Integer, String> pages = pagesOfWhichTheFirstIsSlow();
		asksFirst(pages);

		Thread.currentThread().interrupt();

		assertThat(pages.of(2)).contains("page 2");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void equalKeysAreReadOnce() {
		BatchingReader<Integer, String> pages = pagesOf(this::pagesOnceFree, Duration.ofMinutes(1));
		asksFirst(pages);
		List<CompletableFuture<Optional<String>>> same = List.of(asks(pages, 5), asks(pages, 5), asks(pages, 5));
		await().atMost(LIMIT).until(() -> pages.waiting() == 3);

		this.free.countDown();

		assertThat(answers(same)).containsOnly("page 5").hasSize(3);
		assertThat(this.statements).containsExactly(List.of(1), List.of(5));
	}

	@Test
	void reportsAFailureToAllReadsAndContinues() {
		BatchingReader<Integer, String> pages = pagesOf((keys) -> {
			if (keys.contains(13)) {
				throw new DataRetrievalFailureException("unlucky");
			}
			return pages(keys);
		});

		for (int tries = 0; tries < 5; tries++) {
			assertThatThrownBy(() -> pages.of(13)).isInstanceOf(DataRetrievalFailureException.class);
		}
		assertThat(pages.of(1)).contains("page 1");
	}

	@Test
	void aReadThatWaitsTooLongFails() {
		BatchingReader<Integer, String> pages = new BatchingReader<>(this::pagesOnceFree, SLOW, Duration.ZERO,
				Runnable::run);

		assertThatThrownBy(() -> pages.of(1)).isInstanceOf(QueryTimeoutException.class);
		assertThat(this.statements).isEmpty();
	}

	@Test
	void withinATransactionNothingIsShared() {
		BatchingReader<Integer, String> pages = new BatchingReader<>(this::recorded, SLOW, Duration.ZERO,
				Runnable::run);
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThat(pages.of(7)).contains("page 7");
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
	}

	private BatchingReader<Integer, String> pagesOfWhichTheFirstIsSlow() {
		return pagesOf((keys) -> keys.contains(1) ? pagesOnceFree(keys) : pages(keys));
	}

	private BatchingReader<Integer, String> pagesOf(Function<List<Integer>, Map<Integer, String>> statement) {
		return pagesOf(statement, SLOW);
	}

	private BatchingReader<Integer, String> pagesOf(Function<List<Integer>, Map<Integer, String>> statement,
			Duration slow) {
		return pagesOf(statement, slow, BatchingReader.after(slow));
	}

	private BatchingReader<Integer, String> pagesOf(Function<List<Integer>, Map<Integer, String>> statement,
			Duration slow, Executor later) {
		return new BatchingReader<>((keys) -> {
			this.statements.add(keys);
			return statement.apply(keys);
		}, slow, Duration.ofMinutes(1), later);
	}

	private Map<Integer, String> recorded(List<Integer> keys) {
		this.statements.add(keys);
		return pages(keys);
	}

	private static Map<Integer, String> pages(List<Integer> keys) {
		return keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> "page " + key));
	}

	private Map<Integer, String> pagesOnceFree(List<Integer> keys) {
		return pagesOnce(this.free, keys);
	}

	private static Map<Integer, String> pagesOnce(CountDownLatch free, List<Integer> keys) {
		try {
			assertThat(free.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException stopped) {
			throw new IllegalStateException(stopped);
		}
		return pages(keys);
	}

	/// A read of page 1 whose statement has started.
	private CompletableFuture<Optional<String>> asksFirst(BatchingReader<Integer, String> pages) {
		CompletableFuture<Optional<String>> first = asks(pages, 1);
		await().atMost(LIMIT).until(() -> this.statements.size() == 1);
		return first;
	}

	private List<CompletableFuture<Optional<String>>> keepTheDatabaseBusy(BatchingReader<Integer, String> pages) {
		CompletableFuture<Optional<String>> one = asksFirst(pages);
		CompletableFuture<Optional<String>> two = asks(pages, 2);
		await().atMost(LIMIT).until(() -> this.statements.size() == 2);
		return List.of(one, two);
	}

	private List<CompletableFuture<Optional<String>>> ask(BatchingReader<Integer, String> pages, int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((key) -> asks(pages, key)).toList();
	}

	private CompletableFuture<Optional<String>> asks(BatchingReader<Integer, String> pages, int key) {
		return CompletableFuture.supplyAsync(() -> pages.of(key), this.members);
	}

	private static List<String> answers(List<CompletableFuture<Optional<String>>> asked) {
		return asked.stream().map((answer) -> answer.join().orElseThrow()).toList();
	}

}
