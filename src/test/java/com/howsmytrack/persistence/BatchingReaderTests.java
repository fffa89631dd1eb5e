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

	private final CountDownLatch release = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void releaseStatements() {
		this.release.countDown();
		this.threads.close();
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
		BatchingReader<Integer, String> pages = pagesOf(this::pagesAfterRelease, Duration.ofMinutes(1));
		CompletableFuture<Optional<String>> first = readFirst(pages);
		List<CompletableFuture<Optional<String>>> others = readRange(pages, 2, 33);
		await().atMost(LIMIT).until(() -> pages.waiting() == 32);

		this.release.countDown();

		assertThat(results(List.of(first))).containsExactly("page 1");
		assertThat(results(others))
			.containsExactlyElementsOf(IntStream.rangeClosed(2, 33).mapToObj((key) -> "page " + key).toList());
		assertThat(this.statements).hasSize(2);
	}

	@Test
	void aSlowStatementDoesNotDelayOtherPages() {
		BatchingReader<Integer, String> pages = pagesWithASlowFirstOne();
		CompletableFuture<Optional<String>> slow = readFirst(pages);

		assertThat(results(readRange(pages, 2, 9))).hasSize(8);
		assertThat(slow).isNotDone();
	}

	@Test
	void besideASlowStatementAllOtherKeysAreRead() {
		CountDownLatch secondRelease = new CountDownLatch(1);
		BatchingReader<Integer, String> pages = pagesOf((keys) -> {
			if (keys.contains(1)) {
				return pagesAfterRelease(keys);
			}
			return keys.contains(2) ? pagesAfter(secondRelease, keys) : BatchingReaderTests.pages(keys);
		});
		List<CompletableFuture<Optional<String>>> first = startTwoSlowReads(pages);
		List<CompletableFuture<Optional<String>>> others = readRange(pages, 3, 102);
		await().atMost(LIMIT).until(() -> pages.waiting() == 100);

		secondRelease.countDown();

		assertThat(results(others)).hasSize(100);
		assertThat(first.getFirst()).isNotDone();
	}

	@Test
	void besideASlowStatementASingleKeyIsRead() {
		BatchingReader<Integer, String> pages = pagesWithASlowFirstOne();
		CompletableFuture<Optional<String>> slow = readFirst(pages);

		assertThat(results(List.of(read(pages, 2)))).containsExactly("page 2");
		assertThat(results(List.of(read(pages, 3)))).containsExactly("page 3");
		assertThat(slow).isNotDone();
	}

	@Test
	void oneCheckIsScheduledWhileReadsWait() {
		BlockingQueue<Runnable> checks = new LinkedBlockingQueue<>();
		BatchingReader<Integer, String> pages = pagesOf(this::pagesAfterRelease, Duration.ofMinutes(1), checks::add);
		readFirst(pages);
		assertThat(checks).isEmpty();
		List<CompletableFuture<Optional<String>>> others = readRange(pages, 2, 9);
		await().atMost(LIMIT).until(() -> pages.waiting() == 8 && checks.size() == 1);

		checks.remove().run();

		assertThat(checks).hasSize(1);
		this.release.countDown();
		assertThat(results(others)).hasSize(8);
		checks.remove().run();
		assertThat(checks).isEmpty();
		assertThat(this.statements).hasSize(2);
	}

	@Test
	void aCheckThatCannotBeScheduledFailsOnlyItsRead() {
		BlockingQueue<Runnable> checks = new LinkedBlockingQueue<>();
		Queue<String> failures = new ConcurrentLinkedQueue<>(List.of("no threads left"));
		BatchingReader<Integer, String> pages = pagesOf(this::pagesAfterRelease, Duration.ofMinutes(1), (check) -> {
			if (!failures.isEmpty()) {
				throw new RejectedExecutionException(failures.remove());
			}
			checks.add(check);
		});
		readFirst(pages);

		assertThatThrownBy(() -> pages.of(2)).hasMessage("no threads left");
		read(pages, 3);

		await().atMost(LIMIT).until(() -> checks.size() == 1);
	}

	@Test
	void aFailureBesideASlowStatementReachesAllItsReads() {
		BlockingQueue<Runnable> checks = new LinkedBlockingQueue<>();
		BatchingReader<Integer, String> pages = pagesOf((keys) -> {
			if (!keys.contains(1)) {
				throw new DataRetrievalFailureException("unlucky");
			}
			return pagesAfterRelease(keys);
		}, Duration.ZERO, checks::add);
		CompletableFuture<Optional<String>> slow = readFirst(pages);
		List<CompletableFuture<Optional<String>>> others = readRange(pages, 2, 3);
		await().atMost(LIMIT).until(() -> pages.waiting() == 2 && checks.size() == 1);

		checks.remove().run();

		assertThat(others).allSatisfy(
				(other) -> assertThatThrownBy(other::join).hasCauseInstanceOf(DataRetrievalFailureException.class));
		assertThat(slow).isNotDone();
	}

	@Test
	void anInterruptedReadGetsItsPageAndStaysInterrupted() {
		BatchingReader<Integer, String> pages = pagesWithASlowFirstOne();
		readFirst(pages);

		Thread.currentThread().interrupt();

		assertThat(pages.of(2)).contains("page 2");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void equalKeysAreReadOnce() {
		BatchingReader<Integer, String> pages = pagesOf(this::pagesAfterRelease, Duration.ofMinutes(1));
		readFirst(pages);
		List<CompletableFuture<Optional<String>>> same = List.of(read(pages, 5), read(pages, 5), read(pages, 5));
		await().atMost(LIMIT).until(() -> pages.waiting() == 3);

		this.release.countDown();

		assertThat(results(same)).containsOnly("page 5").hasSize(3);
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

		for (int attempt = 0; attempt < 5; attempt++) {
			assertThatThrownBy(() -> pages.of(13)).isInstanceOf(DataRetrievalFailureException.class);
		}
		assertThat(pages.of(1)).contains("page 1");
	}

	@Test
	void aReadThatWaitsTooLongFails() {
		BatchingReader<Integer, String> pages = new BatchingReader<>(this::pagesAfterRelease, SLOW, Duration.ZERO,
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

	private BatchingReader<Integer, String> pagesWithASlowFirstOne() {
		return pagesOf((keys) -> keys.contains(1) ? pagesAfterRelease(keys) : pages(keys));
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

	private Map<Integer, String> pagesAfterRelease(List<Integer> keys) {
		return pagesAfter(this.release, keys);
	}

	private static Map<Integer, String> pagesAfter(CountDownLatch release, List<Integer> keys) {
		try {
			assertThat(release.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		return pages(keys);
	}

	/// A read of page 1 whose statement has started.
	private CompletableFuture<Optional<String>> readFirst(BatchingReader<Integer, String> pages) {
		CompletableFuture<Optional<String>> first = read(pages, 1);
		await().atMost(LIMIT).until(() -> this.statements.size() == 1);
		return first;
	}

	private List<CompletableFuture<Optional<String>>> startTwoSlowReads(BatchingReader<Integer, String> pages) {
		CompletableFuture<Optional<String>> one = readFirst(pages);
		CompletableFuture<Optional<String>> two = read(pages, 2);
		await().atMost(LIMIT).until(() -> this.statements.size() == 2);
		return List.of(one, two);
	}

	private List<CompletableFuture<Optional<String>>> readRange(BatchingReader<Integer, String> pages, int first,
			int last) {
		return IntStream.rangeClosed(first, last).mapToObj((key) -> read(pages, key)).toList();
	}

	private CompletableFuture<Optional<String>> read(BatchingReader<Integer, String> pages, int key) {
		return CompletableFuture.supplyAsync(() -> pages.of(key), this.threads);
	}

	private static List<String> results(List<CompletableFuture<Optional<String>>> reads) {
		return reads.stream().map((read) -> read.join().orElseThrow()).toList();
	}

}
