package com.howsmytrack.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
public final class SharedRead<K, V> {

	/// Several times what a statement for many takes. Whoever has waited for so long
	/// waits for a slow one, and begins another beside it.
	private static final Duration SLOW = Duration.ofMillis(10);

	private static final int MOST_PER_STATEMENT = 32;

	/// Who waited longer is told so, instead of making those behind wait as well.
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/// One statement at a time: of two, each would answer half as many.
	private final Turn turn = new Turn(Duration.ZERO);

	/// For when that one is slow: a page that takes long keeps nobody from theirs.
	private final Turn spareTurn;

	private final Queue<Question<K, V>> waiting = new ConcurrentLinkedQueue<>();

	private final Function<List<K>, Map<K, V>> statement;

	private final Duration patience;

	/// @param statement answers several questions at once, and leaves out those to which
	/// there is nothing to say
	SharedRead(Function<List<K>, Map<K, V>> statement) {
		this(statement, SLOW, PATIENCE);
	}

	SharedRead(Function<List<K>, Map<K, V>> statement, Duration slow, Duration patience) {
		this.statement = statement;
		this.spareTurn = new Turn(slow);
		this.patience = patience;
	}

	/// Waits for the answer. Within a transaction it is that transaction's, and shared
	/// with nobody.
	/// @return empty when there is nothing to say
	public Optional<V> of(K key) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return Optional.ofNullable(this.statement.apply(List.of(key)).get(key));
		}
		Question<K, V> question = new Question<>(key);
		this.waiting.add(question);
		if (this.turn.tryBegin()) {
			answer(this.turn);
		}
		else if (!question.isTakenAfter(this.spareTurn.leastWait()) && tryBeginForTheRest(this.spareTurn)) {
			answer(this.spareTurn);
		}
		return question.answered();
	}

	/// How many have no turn yet.
	int waiting() {
		return this.waiting.size();
	}

	/// Whoever asked meanwhile found the turn taken. They are answered elsewhere: the
	/// thread that took it goes on with its own request.
	private void answer(Turn taken) {
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

	private boolean tryBeginForTheRest(Turn turn) {
		Question<K, V> next = this.waiting.peek();
		return next != null && next.hasWaitedFor(turn.leastWait()) && turn.tryBegin();
	}

	/// Uses up the turn.
	private void answerSome(Turn turn) {
		List<Question<K, V>> questions = new ArrayList<>();
		try {
			Question<K, V> next;
			while (questions.size() < MOST_PER_STATEMENT && (next = this.waiting.poll()) != null) {
				next.take();
				if (next.hasWaitedFor(this.patience)) {
					next.fail(new QueryTimeoutException("No turn to read came in time"));
				}
				else {
					questions.add(next);
				}
			}
			if (!questions.isEmpty()) {
				Map<K, V> answers = this.statement.apply(questions.stream().map(Question::key).distinct().toList());
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
	private record Turn(Duration leastWait, Semaphore free) {

		Turn(Duration leastWait) {
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

	private static final class Question<K, V> {

		private final K key;

		private final long asked = System.nanoTime();

		private final CompletableFuture<Answer<V>> answer = new CompletableFuture<>();

		private volatile boolean taken;

		Question(K key) {
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

		void take() {
			this.taken = true;
		}

		/// Whether a statement that answers it has begun, or is about to. Looks when that
		/// time is over, or when there is an answer.
		boolean isTakenAfter(Duration time) {
			try {
				this.answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
				return true;
			}
			catch (TimeoutException slow) {
				return this.taken;
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Stopped while waiting for a page", stopped);
			}
			catch (ExecutionException never) {
				throw new AssertionError("A failure is an answer, too", never);
			}
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
