package com.howsmytrack.account.session;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;

/// How many passwords of one account, or from one network, are looked at at once. The others wait: while it is looked
/// at, a right password cannot be told from a wrong one, and many right ones at once must not look like guessing.
@Component
class SignInConcurrencyLimit {

	private static final int STRIPES = 1_024;

	/// Half of the wrong passwords that are heard in a row.
	private static final int OF_ONE_ACCOUNT = 5;

	private static final int OF_ONE_NETWORK = 50;

	private final List<Semaphore> accounts = semaphores(OF_ONE_ACCOUNT);

	private final List<Semaphore> networks = semaphores(OF_ONE_NETWORK);

	private static List<Semaphore> semaphores(int places) {
		return IntStream.range(0, STRIPES).mapToObj((_) -> new Semaphore(places, true)).toList();
	}

	/// @param account as the throttle names it
	<T> T inLine(String account, NetworkAddress network, Supplier<T> work) {
		return holding(of(this.accounts, account), () -> holding(of(this.networks, network.value()), work));
	}

	private static Semaphore of(List<Semaphore> stripes, String name) {
		return stripes.get(Math.floorMod(name.hashCode(), STRIPES));
	}

	private static <T> T holding(Semaphore place, Supplier<T> work) {
		place.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			place.release();
		}
	}

}
