package com.howsmytrack.account.password;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Limits how many passwords are hashed at once: each hash takes a processor for tens of milliseconds, and megabytes of
/// memory. Further calls wait in order.
///
/// Hashes run on platform threads, which the operating system schedules fairly. Hashes on virtual threads would occupy
/// their carrier threads and stop all other requests.
class QueueingPasswordEncoder implements PasswordEncoder, DisposableBean {

	private final PasswordEncoder encoder;

	private final ExecutorService threads;

	QueueingPasswordEncoder(PasswordEncoder encoder, int threads) {
		this.encoder = encoder;
		this.threads = Executors.newFixedThreadPool(threads,
				Thread.ofPlatform().name("passwords-", 0).daemon().factory());
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return queued(() -> this.encoder.encode(password));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return queued(() -> this.encoder.matches(password, hash));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T extends @Nullable Object> T queued(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, this.threads).join();
	}

	@Override
	public void destroy() {
		this.threads.shutdown();
	}

}
