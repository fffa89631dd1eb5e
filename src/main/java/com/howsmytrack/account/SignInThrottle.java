package com.howsmytrack.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import com.howsmytrack.throttle.Throttle;
import com.howsmytrack.throttle.Throttles;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;

/// How many wrong passwords are heard. Every try counts before the password is looked at, and is given back if it
/// was right: so of many at once none slips through, and too many wrong ones keep the right one out as well.
///
/// Who guesses from one network uses up that network's tries for the account and no more, so the owner gets in from
/// another. Who guesses from many uses up the account's; those come back one by one, sooner than in two minutes.
@Component
class SignInThrottle {

	private final Throttle byNetwork;

	private final Throttle byAccountAndNetwork;

	private final Throttle byAccount;

	SignInThrottle(Throttles throttles, AccountSettings settings) {
		AccountSettings.Throttles rates = settings.throttles();
		this.byNetwork = throttles.of("sign-in-by-network", rates.signInByNetwork());
		this.byAccountAndNetwork = throttles.of("sign-in-by-account-and-network", rates.signInByAccountAndNetwork());
		this.byAccount = throttles.of("sign-in-by-account", rates.signInByAccount());
	}

	/// Empty when the password may be looked at, else how long to wait.
	Optional<Duration> tryOnce(String email, NetworkAddress network) {
		String account = account(email);
		return this.byNetwork.tryOnce(network.value())
			.or(() -> this.byAccountAndNetwork.tryOnce(account + ' ' + network.value()))
			.or(() -> this.byAccount.tryOnce(account));
	}

	void wasRight(String email, NetworkAddress network) {
		String account = account(email);
		this.byNetwork.giveBack(1, network.value());
		this.byAccountAndNetwork.giveBack(1, account + ' ' + network.value());
		this.byAccount.giveBack(1, account);
	}

	/// Known or not, however it is written.
	private static String account(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

}
