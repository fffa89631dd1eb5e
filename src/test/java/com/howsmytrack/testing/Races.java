package com.howsmytrack.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import com.howsmytrack.persistence.DatabaseUrl;

/// Runs calls concurrently.
public final class Races {

	/// The application's connection pool has ten connections, so no more than ten
	/// contenders can wait in the database.
	private static final int MOST_WAITING = 8;

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(2);

	private Races() {
	}

	/// Starts all contenders at the same time, each on its own thread, and returns their
	/// results in the same order. The contenders do not necessarily overlap: use
	/// [#onTable] unless every order must give the asserted result.
	public static <T> List<T> run(List<Callable<T>> contenders) {
		try (ExecutorService threads = Executors.newFixedThreadPool(contenders.size())) {
			return results(start(contenders, threads));
		}
	}

	/// Makes the contenders overlap. A lock on the table stops every contender at its
	/// first write to the table, but not at reads. It is released once the contenders
	/// wait for it or for a lock of another contender, so that all of them write at the
	/// same time.
	public static <T> List<T> onTable(String table, List<Callable<T>> contenders) {
		DatabaseUrl database = DatabaseUrl.of(TestPostgres.databaseUrl()).orElseThrow();
		try (ExecutorService threads = Executors.newFixedThreadPool(contenders.size());
				Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.username(),
						database.password());
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
			List<Future<T>> results = start(contenders, threads);
			try {
				awaitWaiting(Math.min(contenders.size(), MOST_WAITING), statement);
			}
			finally {
				connection.rollback();
			}
			return results(results);
		}
		catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static <T> List<Future<T>> start(List<Callable<T>> contenders, ExecutorService threads) {
		CyclicBarrier start = new CyclicBarrier(contenders.size());
		List<Future<T>> results = new ArrayList<>();
		for (Callable<T> contender : contenders) {
			results.add(threads.submit(() -> {
				start.await();
				return contender.call();
			}));
		}
		return results;
	}

	private static <T> List<T> results(List<Future<T>> results) {
		try {
			List<T> values = new ArrayList<>();
			for (Future<T> result : results) {
				values.add(result.get());
			}
			return values;
		}
		catch (InterruptedException | ExecutionException failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static void awaitWaiting(int sessions, Statement statement) throws SQLException {
		long limit = System.nanoTime() + LIMIT.toNanos();
		long waiting = 0;
		while (waiting < sessions) {
			if (System.nanoTime() > limit) {
				throw new AssertionError("%d of %d contenders wait for a lock".formatted(waiting, sessions));
			}
			try (ResultSet row = statement.executeQuery("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")) {
				row.next();
				waiting = row.getLong(1);
			}
			LockSupport.parkNanos(POLL_INTERVAL.toNanos());
		}
	}

}
