package com.howsmytrack.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.Postbox;
import com.howsmytrack.throttle.Throttle;
import com.howsmytrack.throttle.Throttles;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A person asks for a way back in. Whether there is an account is found out only when the letter is written:
/// until then known and unknown addresses are treated alike to the last statement, so neither the answer nor its
/// time can tell.
@Component
class PasswordReset {

	private final Postbox postbox;

	private final TransactionOperations transactions;

	private final Throttle byNetwork;

	private final Throttle byAddress;

	PasswordReset(Postbox postbox, TransactionOperations transactions, Throttles throttles, AccountSettings settings) {
		this.postbox = postbox;
		this.transactions = transactions;
		this.byNetwork = throttles.of("password-reset-by-network", settings.throttles().resetByNetwork());
		this.byAddress = throttles.of("password-reset-by-address", settings.throttles().resetByAddress());
	}

	/// Empty when a letter will go out, should there be an account.
	Optional<Refusal> request(String email, NetworkAddress network) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountRefusals.INVALID_EMAIL);
		}
		Optional<Duration> wait = this.byNetwork.tryOnce(network.value())
			.or(() -> this.byAddress.tryOnce(address.get().value().toLowerCase(Locale.ROOT)));
		if (wait.isPresent()) {
			return wait.map(AccountRefusals::tooManyAttempts);
		}
		this.transactions.executeWithoutResult(
				(_) -> this.postbox.post(new Letter(PasswordResetLetter.KIND, null, address.get().value(), Map.of())));
		return Optional.empty();
	}

}
