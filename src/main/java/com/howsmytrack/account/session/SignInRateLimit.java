package com.howsmytrack.account.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimit.Attempt;
import com.howsmytrack.ratelimit.RateLimit.Flag;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;

/// Limits wrong passwords. Every attempt is counted before its password is checked, so that concurrent attempts cannot
/// exceed the limit. If the password was correct, the attempt is refunded. At the limit, a correct password is rejected
/// as well.
///
/// Attempts from one network use up the limit of that network for the account; the owner can still sign in from another
/// network. Attempts from many networks use up the limit of the account. One of those attempts becomes available each
/// minute, and the limit does not apply in a network where the owner has signed in before.
///
/// Correct passwords have limits of their own, because hashing them costs as much. A person who enters passwords
/// manually does not reach them.
@Component
class SignInRateLimit {

	private static final Duration KNOWN_NETWORK = Duration.ofDays(30);

	private final RateLimiter rateLimiter;

	private final RateLimit byNetwork;

	private final RateLimit byAccountAndNetwork;

	private final RateLimit byAccount;

	private final RateLimit allByNetwork;

	private final RateLimit allByAccount;

	SignInRateLimit(RateLimiter rateLimiter, AccountSettings settings) {
		AccountSettings.RateLimits rates = settings.rateLimits();
		this.rateLimiter = rateLimiter;
		this.byNetwork = rateLimiter.of("wrong-password-by-network", rates.wrongPasswordByNetwork());
		this.byAccountAndNetwork = rateLimiter.of("wrong-password-by-account-and-network",
				rates.wrongPasswordByAccountAndNetwork());
		this.byAccount = rateLimiter.of("wrong-password-by-account", rates.wrongPasswordByAccount());
		this.allByNetwork = rateLimiter.of("sign-in-by-network", rates.signInByNetwork());
		this.allByAccount = rateLimiter.of("sign-in-by-account", rates.signInByAccount());
	}

	/// Empty if the password may be checked, otherwise the time to wait.
	Optional<Duration> tryOnce(String email, NetworkAddress network) {
		List<Attempt> attempts = new ArrayList<>(wrongPassword(email, network));
		attempts.add(this.allByNetwork.attempt(network.value()));
		attempts.add(this.allByAccount.attempt(account(email)));
		Optional<Duration> wait = this.rateLimiter.tryOnce(attempts);
		if (wait.isPresent() && this.rateLimiter.isSet(knownNetwork(email, network))) {
			attempts.remove(this.byAccount.attempt(account(email)));
			return this.rateLimiter.tryOnce(attempts);
		}
		return wait;
	}

	void succeeded(String email, NetworkAddress network) {
		this.rateLimiter.refund(wrongPassword(email, network), knownNetwork(email, network));
	}

	/// A network where the owner of the account has signed in: attempts from other
	/// networks do not prevent a sign-in from there.
	private Flag knownNetwork(String email, NetworkAddress network) {
		return RateLimit.flag("signed in", account(email) + ' ' + network.value(), KNOWN_NETWORK);
	}

	private List<Attempt> wrongPassword(String email, NetworkAddress network) {
		String account = account(email);
		return List.of(this.byNetwork.attempt(network.value()),
				this.byAccountAndNetwork.attempt(account + ' ' + network.value()), this.byAccount.attempt(account));
	}

	/// The same for all spellings of an address, with white space around it and with
	/// either
	/// form of its domain, whether or not it has an account. Addresses of accounts are
	/// ASCII, so the database converts them to lower case in
	/// the same way.
	static String account(String email) {
		return EmailAddress.parse(email).map(EmailAddress::value).orElse(email).toLowerCase(Locale.ROOT);
	}

}
