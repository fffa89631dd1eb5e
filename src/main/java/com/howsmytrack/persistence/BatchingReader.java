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

/// A page that many members read at once. Whoever asks while the database has time gets a statement of their own; those
/// who ask while it is busy wait for each other, and the next statement answers all of them. So nobody waits for
/// company, and the more there are, the less each costs: most of a small statement's price is sending it. Beside a
/// statement that is slow goes a second.
///
/// An answer is never older than its question, because the statement that gives it starts later. What fails one of
/// those who share a statement fails all of them.
///
/// The statement takes its questions as arrays within `(SELECT :array)`. Written bare, PostgreSQL counts their elements
/// before it plans, finds that a plan for few costs less than the one that it keeps for any number, and so plans anew for
/// each execution, which takes longer than executing it.
///
/// @param <K> what is asked for: says whose page it is, and is equal only to the same page of the same member
/// @param <V> the page
public final class BatchingReader<K, V> {

	/// Several times what a statement for many takes. Whoever has waited for so long
	/// waits for a slow one, and gets another beside it before they have waited twice as
	/// long.
	private static final Duration SLOW = Duration.ofMillis(10);

	private static final int MOST_PER_STATEMENT = 32;

	/// Who waited longer is told so, instead of making those behind wait as well.
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/// One statement at a time: of two, each would answer half as many.
	private final Slot turn = new Slot(Duration.ZERO);

	/// For when that one is slow: a page that takes long keeps nobody from theirs.
	private final Slot spareTurn;

	private final Queue<PendingRead<K, V>> waiting = new ConcurrentLinkedQueue<>();

	/// Whether a look at those who wait is due.
	private final AtomicBoolean watched = new AtomicBoolean();

	private final Function<List<K>, Map<K, V>> statement;

	private final Duration patience;

	/// Runs what it is given when whoever asks now may have waited for too long.
	private final Executor later;

	/// @param statement answers several questions at once, and leaves out those to which
	/// there is nothing to say
	BatchingReader(Function<List<K>, Map<K, V>> statement) {
		this(statement, SLOW, PATIENCE, after(SLOW));
	}

	BatchingReader(Function<List<K>, Map<K, V>> statement, Duration slow, Duration patience, Executor later) {
		this.statement = statement;
		this.spareTurn = new Slot(slow);
		this.patience = patience;
		this.later = later;
	}

	static Executor after(Duration time) {
		return CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread);
	}

	/// Waits for the answer. Within a transaction it is that transaction's, and shared
	/// with nobody.
	/// @return empty when there is nothing to say
	public Optional<V> of(K key) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return Optional.ofNullable(this.statement.apply(List.of(key)).get(key));
		}
		PendingRead<K, V> question = new PendingRead<>(key);
		this.waiting.add(question);
		if (this.turn.tryBegin()) {
			answer(this.turn);
		}
		else {
			watch();
		}
		return question.answered();
	}

	/// How many have no turn yet.
	int waiting() {
		return this.waiting.size();
	}

	/// Whoever asked meanwhile found the turn taken. They are answered elsewhere: the
	/// thread that took it goes on with its own request.
	private void answer(Slot taken) {
		answerSome(taken);
		if (tryBeginForTheRest(taken)) {
			Thread.startVirtualThread(() -> {
				do {
					answerSome(taken);
				}
				while (tryBeginForTheRest(taken));
			});
		}
	}

	/// Has those who wait looked after for as long as there are any. One look for all:
	/// the thread that keeps timers is woken for each that is set and each that is
	/// called off, and with a timer for each question a busy machine answers an eighth
	/// less.
	private void watch() {
		if (this.watched.compareAndSet(false, true)) {
			try {
				this.later.execute(this::look);
			}
			catch (RuntimeException | Error failed) {
				this.watched.set(false);
				throw failed;
			}
		}
	}

	/// Whether somebody needs the spare turn. The next look comes first, so that nothing
	/// that goes wrong here keeps it from coming.
	private void look() {
		this.watched.set(false);
		if (!this.waiting.isEmpty()) {
			watch();
		}
		if (tryBeginForTheRest(this.spareTurn)) {
			answer(this.spareTurn);
		}
	}

	private boolean tryBeginForTheRest(Slot turn) {
		PendingRead<K, V> next = this.waiting.peek();
		return next != null && next.hasWaitedFor(turn.leastWait()) && turn.tryBegin();
	}

	/// Uses up the turn.
	private void answerSome(Slot turn) {
		List<PendingRead<K, V>> questions = new ArrayList<>();
		try {
			PendingRead<K, V> next;
			while (questions.size() < MOST_PER_STATEMENT && (next = this.waiting.poll()) != null) {
				if (next.hasWaitedFor(this.patience)) {
					next.fail(new QueryTimeoutException("No turn to read came in time"));
				}
				else {
					questions.add(next);
				}
			}
			if (!questions.isEmpty()) {
				Map<K, V> answers = this.statement.apply(questions.stream().map(PendingRead::key).distinct().toList());
				questions.forEach((question) -> question.answer(answers));
			}
		}
		catch (RuntimeException | Error failed) {
			questions.forEach((question) -> question.fail(failed));
		}
		finally {
			turn.end();
		}
	}

	/// To send one statement.
	///
	/// @param leastWait of those whom it is for
	private record Slot(Duration leastWait, Semaphore free) {

		Slot(Duration leastWait) {
			this(leastWait, new Semaphore(1));
		}

		/// Whether it was free.
		boolean tryBegin() {
			return this.free.tryAcquire();
		}

		void end() {
			this.free.release();
		}

	}

	private static final class PendingRead<K, V> {

		private final K key;

		private final long asked = System.nanoTime();

		private final CompletableFuture<Answer<V>> answer = new CompletableFuture<>();

		PendingRead(K key) {
			this.key = key;
		}

		K key() {
			return this.key;
		}

		boolean hasWaitedFor(Duration time) {
			return System.nanoTime() - this.asked >= time.toNanos();
		}

		void answer(Map<K, V> answers) {
			this.answer.complete(new Answer<>(Optional.ofNullable(answers.get(this.key)), Optional.empty()));
		}

		void fail(Throwable failure) {
			this.answer.complete(new Answer<>(Optional.empty(), Optional.of(failure)));
		}

		/// In the words of the failure itself, which callers tell apart by its type.
		Optional<V> answered() {
			Answer<V> given = this.answer.join();
			given.failure().ifPresent((failure) -> {
				throw (failure instanceof RuntimeException failed) ? failed : new IllegalStateException(failure);
			});
			return given.value();
		}

	}

	private record Answer<V>(Optional<V> value, Optional<Throwable> failure) {
	}

}
