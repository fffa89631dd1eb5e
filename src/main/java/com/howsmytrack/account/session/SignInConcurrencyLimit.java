package com.howsmytrack.account.session;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;

/// Limits how many sign-ins for one account or from one network run at once; further sign-ins wait. A sign-in counts as a
/// wrong password until its password is checked, so that many correct sign-ins at once would otherwise reach the rate limit.
@Component
class SignInConcurrencyLimit {

	private static final int STRIPES = 1_024;

	/// Half of the burst of the setting `wrong-password-by-account-and-network`.
	private static final int PER_ACCOUNT = 5;

	/// Half of the burst of the setting `wrong-password-by-network`.
	private static final int PER_NETWORK = 12;

	private final List<Semaphore> accounts = semaphores(PER_ACCOUNT);

	private final List<Semaphore> networks = semaphores(PER_NETWORK);

	private static List<Semaphore> semaphores(int permits) {
		return IntStream.range(0, STRIPES).mapToObj((_) -> new Semaphore(permits, true)).toList();
	}

	/// @param account as [SignInRateLimit#account] names it
	<T> T call(String account, NetworkAddress network, Supplier<T> signIn) {
		return withPermit(stripe(this.accounts, account),
				() -> withPermit(stripe(this.networks, network.value()), signIn));
	}

	private static Semaphore stripe(List<Semaphore> stripes, String key) {
		return stripes.get(Math.floorMod(key.hashCode(), STRIPES));
	}

	private static <T> T withPermit(Semaphore semaphore, Supplier<T> work) {
		semaphore.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			semaphore.release();
		}
	}

}
