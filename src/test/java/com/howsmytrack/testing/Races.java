package com.howsmytrack.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many at once.
public final class Races {

	private Races() {
	}

	/// Starts all of them at the same moment, each on a thread of its own, and waits for
	/// every result.
	public static <T> List<T> run(List<Callable<T>> contenders) {
		CyclicBarrier start = new CyclicBarrier(contenders.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(contenders.size())) {
			List<Future<T>> results = new ArrayList<>();
			for (Callable<T> contender : contenders) {
				results.add(threads.submit(() -> {
					start.await();
					return contender.call();
				}));
			}
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

}
