package com.howsmytrack.account.recovery;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.Outbox;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Requests a password reset. Whether the address has an account is checked only when the mail is written. Until then,
/// known and unknown addresses take the same statements, so that neither the response nor its time reveals an account.
@Component
class PasswordReset {

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final RateLimit byNetwork;

	private final RateLimit byAddress;

	PasswordReset(Outbox outbox, TransactionOperations transactions, RateLimiter rateLimiter,
			AccountSettings settings) {
		this.outbox = outbox;
		this.transactions = transactions;
		this.byNetwork = rateLimiter.of("password-reset-by-network", settings.rateLimits().resetByNetwork());
		this.byAddress = rateLimiter.of("password-reset-by-address", settings.rateLimits().resetByAddress());
	}

	/// Empty if the request is accepted. A mail follows if there is an account.
	Optional<UserError> request(String email, NetworkAddress network) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountErrors.INVALID_EMAIL);
		}
		Optional<Duration> wait = this.byNetwork.tryOnce(network.value())
			.or(() -> this.byAddress.tryOnce(address.get().value().toLowerCase(Locale.ROOT)));
		if (wait.isPresent()) {
			return wait.map(AccountErrors::tooManyAttempts);
		}
		this.transactions.executeWithoutResult(
				(_) -> this.outbox.add(new Mail(PasswordResetMail.KIND, null, address.get().value(), Map.of())));
		return Optional.empty();
	}

}
