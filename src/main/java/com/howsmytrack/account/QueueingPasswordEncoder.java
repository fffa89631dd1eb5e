package com.howsmytrack.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes no more passwords at a time than the machine has processors: each takes one for tens of milliseconds and
/// megabytes. The others wait in line, first come, first served; nobody is refused.
class QueueingPasswordEncoder implements PasswordEncoder {

	private final PasswordEncoder encoder;

	private final Semaphore places;

	QueueingPasswordEncoder(PasswordEncoder encoder, int places) {
		this.encoder = encoder;
		this.places = new Semaphore(places, true);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return inLine(() -> this.encoder.encode(password));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return inLine(() -> this.encoder.matches(password, hash));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T extends @Nullable Object> T inLine(Supplier<T> work) {
		this.places.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

}
