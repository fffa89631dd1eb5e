package com.howsmytrack.account.password;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeApplication
class PasswordHashTests {

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	private String hash() {
		return this.database.single(String.class, "SELECT password_hash FROM account");
	}

	@Test
	void isReplacedIfItHasALowerCost() {
		this.api.member("ada");
		String cheap = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(Api.PASSWORD);
		this.database.update("UPDATE account SET password_hash = ?", cheap);

		assertThat(this.api.canSignIn("ada@example.com", "wrong")).isFalse();
		assertThat(hash()).isEqualTo(cheap);
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
		String renewed = hash();
		assertThat(renewed).startsWith("{argon2id}$argon2id$v=19$m=64,t=1,p=1$");
		assertThat(this.api.canSignIn("ada@example.com", Api.PASSWORD)).isTrue();
		assertThat(hash()).isEqualTo(renewed);
	}

	@Test
	void isComputedByAtMostTwoThreadsAtOnce() throws InterruptedException {
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
