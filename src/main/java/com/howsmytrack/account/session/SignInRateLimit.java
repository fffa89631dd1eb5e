package com.howsmytrack.account.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimit.Memory;
import com.howsmytrack.ratelimit.RateLimit.Try;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;

/// How many wrong passwords are heard. Every try counts before the password is looked at, and is given back if it
/// was right: so of many at once none slips through, and too many wrong ones keep the right one out as well.
///
/// Who guesses from one network uses up that network's tries for the account and no more, so the owner gets in from
/// another. Who guesses from many uses up the account's; those come back one by one, sooner than in two minutes, and do
/// not count where the owner signed in before.
///
/// Right passwords cost the machine as much as wrong ones, so they are counted too, by rates of their own that nobody
/// meets who signs in by hand.
@Component
class SignInRateLimit {

	private static final Duration REMEMBERED = Duration.ofDays(30);

	private final RateLimiter rateLimiter;

	private final RateLimit byNetwork;

	private final RateLimit byAccountAndNetwork;

	private final RateLimit byAccount;

	private final RateLimit anyByNetwork;

	private final RateLimit anyByAccount;

	SignInRateLimit(RateLimiter rateLimiter, AccountSettings settings) {
		AccountSettings.RateLimits rates = settings.rateLimits();
		this.rateLimiter = rateLimiter;
		this.byNetwork = rateLimiter.of("wrong-password-by-network", rates.wrongPasswordByNetwork());
		this.byAccountAndNetwork = rateLimiter.of("wrong-password-by-account-and-network",
				rates.wrongPasswordByAccountAndNetwork());
		this.byAccount = rateLimiter.of("wrong-password-by-account", rates.wrongPasswordByAccount());
		this.anyByNetwork = rateLimiter.of("sign-in-by-network", rates.signInByNetwork());
		this.anyByAccount = rateLimiter.of("sign-in-by-account", rates.signInByAccount());
	}

	/// Empty when the password may be looked at, else how long to wait.
	Optional<Duration> tryOnce(String email, NetworkAddress network) {
		List<Try> tries = new ArrayList<>(wrong(email, network));
		tries.add(this.anyByNetwork.of(network.value()));
		tries.add(this.anyByAccount.of(account(email)));
		Optional<Duration> wait = this.rateLimiter.tryOnce(tries);
		if (wait.isPresent() && this.rateLimiter.remembers(home(email, network))) {
			tries.remove(this.byAccount.of(account(email)));
			return this.rateLimiter.tryOnce(tries);
		}
		return wait;
	}

	void wasRight(String email, NetworkAddress network) {
		this.rateLimiter.giveBack(wrong(email, network), home(email, network));
	}

	/// Where the owner of the account signed in lately: guesses from elsewhere, however
	/// many, do not shut them out.
	private Memory home(String email, NetworkAddress network) {
		return RateLimit.memory("signed in", account(email) + ' ' + network.value(), REMEMBERED);
	}

	private List<Try> wrong(String email, NetworkAddress network) {
		String account = account(email);
		return List.of(this.byNetwork.of(network.value()), this.byAccountAndNetwork.of(account + ' ' + network.value()),
				this.byAccount.of(account));
	}

	/// Known or not, however it is written. Addresses of accounts are ASCII, so the
	/// database folds them alike.
	static String account(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

}
