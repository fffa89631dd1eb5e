package com.howsmytrack.account.password;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QueueingPasswordEncoderTests {

	@Test
	void computesAtMostTwoHashesAtOnce() throws InterruptedException {
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch allCalled = new CountDownLatch(1);
		PasswordEncoder encoder = new QueueingPasswordEncoder(new CountingEncoder(atOnce, most, allCalled), 2);
		Queue<Boolean> results = new ConcurrentLinkedQueue<>();
		List<Thread> callers = Stream.generate(() -> new Thread(() -> results.add(encoder.matches("x", "x"))))
			.limit(12)
			.toList();

		callers.forEach(Thread::start);
		await().atMost(Duration.ofMinutes(1))
			.until(() -> atOnce.get() == 2
					&& callers.stream().allMatch((caller) -> caller.getState() == Thread.State.WAITING));
		allCalled.countDown();
		for (Thread caller : callers) {
			caller.join();
		}

		assertThat(results).hasSize(12).containsOnly(true);
		assertThat(most).hasValue(2);
	}

	private record CountingEncoder(AtomicInteger atOnce, AtomicInteger most,
			CountDownLatch allCalled) implements PasswordEncoder {

		@Override
		public String encode(CharSequence password) {
			return password.toString();
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			this.most.accumulateAndGet(this.atOnce.incrementAndGet(), Math::max);
			awaitAllCalled();
			boolean same = encode(password).contentEquals(hash);
			this.atOnce.decrementAndGet();
			return same;
		}

		private void awaitAllCalled() {
			try {
				this.allCalled.await();
			}
			catch (InterruptedException interrupted) {
				throw new IllegalStateException(interrupted);
			}
		}

	}

}
