package com.howsmytrack.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Reads a page that many members request at the same time. If no statement is running, the caller runs one at once;
/// otherwise its key joins the next statement. No delay is added to fill a batch. If a statement is slow, a second
/// one runs beside it.
///
/// Without batches, the database spends most of its time on receiving small statements: in pgbench, ten `userDetails`
/// in one statement cost a third of ten statements. No library in use batches reads across requests; `DataLoader`
/// batches within one request. With batches, the service reads `userDetails` at 0.48 of the rate of bare SQL
/// (src/docs/benchmark.md).
///
/// A result is never older than its request, because its statement starts later. If a statement fails, it fails for
/// all callers that share it.
///
/// The statement must take its keys as arrays within `(SELECT :array)`. With a bare array parameter, PostgreSQL
/// estimates the number of elements before planning, prefers that plan to its generic plan, and thus plans each
/// execution again, which takes longer than executing it.
///
/// @param <K> identifies the page of one member; equal keys get the same page
/// @param <V> the page
public final class BatchingReader<K, V> {

	/// Several times the duration of a statement for many keys. A caller that has waited
	/// this long gets a second statement before it has waited twice as long.
	private static final Duration SLOW = Duration.ofMillis(10);

	private static final int MAX_PER_STATEMENT = 32;

	/// A caller that has waited longer gets a time limit error, so that the callers
	/// behind it need not wait as well.
	private static final Duration MAX_WAIT = Duration.ofSeconds(2);

	/// There is normally one statement at a time: with two, each would read half as many
	/// keys.
	private final Slot slot = new Slot(Duration.ZERO);

	/// Used while the first statement is slow.
	private final Slot spareSlot;

	private final Queue<PendingRead<K, V>> waiting = new ConcurrentLinkedQueue<>();

	/// Whether a check of the waiting reads is scheduled.
	private final AtomicBoolean checkScheduled = new AtomicBoolean();

	private final Function<List<K>, Map<K, V>> statement;

	private final Duration maxWait;

	/// Runs a task after the time in which a statement normally ends.
	private final Executor delayed;

	/// @param statement reads several keys at once, and omits those that have no page
	BatchingReader(Function<List<K>, Map<K, V>> statement) {
		this(statement, SLOW, MAX_WAIT, after(SLOW));
	}

	BatchingReader(Function<List<K>, Map<K, V>> statement, Duration slow, Duration maxWait, Executor delayed) {
		this.statement = statement;
		this.spareSlot = new Slot(slow);
		this.maxWait = maxWait;
		this.delayed = delayed;
	}

	static Executor after(Duration time) {
		return CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread);
	}

	/// Returns the page of a key. Within a transaction, it is read in that transaction
	/// and not shared.
	/// @return empty if there is no page
	public Optional<V> of(K key) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return Optional.ofNullable(this.statement.apply(List.of(key)).get(key));
		}
		PendingRead<K, V> read = new PendingRead<>(key);
		this.waiting.add(read);
		if (this.slot.tryBegin()) {
			readAndContinue(this.slot);
		}
		else {
			scheduleCheck();
		}
		return read.result();
	}

	/// The number of reads that are in no statement yet.
	int waiting() {
		return this.waiting.size();
	}

	/// Reads that arrive during this statement are read on another thread, so that this
	/// thread can continue with its own request.
	private void readAndContinue(Slot taken) {
		readSome(taken);
		if (tryBeginForRemaining(taken)) {
			Thread.startVirtualThread(() -> {
				do {
					readSome(taken);
				}
				while (tryBeginForRemaining(taken));
			});
		}
	}

	/// Schedules a check of the waiting reads. There is one timer for all reads: with a
	/// timer for each read, starting and cancelling timers reduced the requests per
	/// second by an eighth.
	private void scheduleCheck() {
		if (this.checkScheduled.compareAndSet(false, true)) {
			try {
				this.delayed.execute(this::check);
			}
			catch (RuntimeException | Error failed) {
				this.checkScheduled.set(false);
				throw failed;
			}
		}
	}

	/// Starts a second statement if a read has waited too long. The next check is
	/// scheduled first, so that a failure here cannot prevent it.
	private void check() {
		this.checkScheduled.set(false);
		if (!this.waiting.isEmpty()) {
			scheduleCheck();
		}
		if (tryBeginForRemaining(this.spareSlot)) {
			readAndContinue(this.spareSlot);
		}
	}

	private boolean tryBeginForRemaining(Slot slot) {
		PendingRead<K, V> next = this.waiting.peek();
		return next != null && next.hasWaitedFor(slot.leastWait()) && slot.tryBegin();
	}

	/// Runs one statement and releases the slot.
	private void readSome(Slot slot) {
		List<PendingRead<K, V>> reads = new ArrayList<>();
		try {
			PendingRead<K, V> next;
			while (reads.size() < MAX_PER_STATEMENT && (next = this.waiting.poll()) != null) {
				if (next.hasWaitedFor(this.maxWait)) {
					next.fail(new QueryTimeoutException("No statement could be started in time"));
				}
				else {
					reads.add(next);
				}
			}
			if (!reads.isEmpty()) {
				Map<K, V> results = this.statement.apply(reads.stream().map(PendingRead::key).distinct().toList());
				reads.forEach((read) -> read.complete(results));
			}
		}
		catch (RuntimeException | Error failed) {
			reads.forEach((read) -> read.fail(failed));
		}
		finally {
			slot.end();
		}
	}

	/// The permission to run one statement at a time.
	///
	/// @param leastWait the time after which a read may use this slot
	private record Slot(Duration leastWait, Semaphore free) {

		Slot(Duration leastWait) {
			this(leastWait, new Semaphore(1));
		}

		/// Whether the slot was free, and is now taken.
		boolean tryBegin() {
			return this.free.tryAcquire();
		}

		void end() {
			this.free.release();
		}

	}

	private static final class PendingRead<K, V> {

		private final K key;

		private final long started = System.nanoTime();

		private final CompletableFuture<Result<V>> result = new CompletableFuture<>();

		PendingRead(K key) {
			this.key = key;
		}

		K key() {
			return this.key;
		}

		boolean hasWaitedFor(Duration time) {
			return System.nanoTime() - this.started >= time.toNanos();
		}

		void complete(Map<K, V> results) {
			this.result.complete(new Result<>(Optional.ofNullable(results.get(this.key)), Optional.empty()));
		}

		void fail(Throwable failure) {
			this.result.complete(new Result<>(Optional.empty(), Optional.of(failure)));
		}

		/// Throws the failure itself, because callers distinguish failures by type.
		Optional<V> result() {
			Result<V> given = this.result.join();
			given.failure().ifPresent((failure) -> {
				throw (failure instanceof RuntimeException failed) ? failed : new IllegalStateException(failure);
			});
			return given.value();
		}

	}

	private record Result<V>(Optional<V> value, Optional<Throwable> failure) {
	}

}
