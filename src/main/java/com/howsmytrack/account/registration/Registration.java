package com.howsmytrack.account.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountRegistered;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.account.password.Passwords;
import com.howsmytrack.account.verification.AddressVerification;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Registers a person.
@Component
class Registration {

	private final AccountService accounts;

	private final Passwords passwords;

	private final AddressVerification verification;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	private final RateLimiter rateLimiter;

	private final RateLimit attemptsByNetwork;

	private final RateLimit byNetwork;

	private final RateLimit overall;

	private final Clock clock;

	Registration(AccountService accounts, Passwords passwords, AddressVerification verification,
			ApplicationEventPublisher events, TransactionOperations transactions, RateLimiter rateLimiter,
			AccountSettings settings, Clock clock) {
		this.rateLimiter = rateLimiter;
		this.attemptsByNetwork = rateLimiter.of("registration-try-by-network",
				settings.rateLimits().registrationTryByNetwork());
		this.byNetwork = rateLimiter.of("registration-by-network", settings.rateLimits().registrationByNetwork());
		this.overall = rateLimiter.of("registration", settings.rateLimits().registration());
		this.accounts = accounts;
		this.passwords = passwords;
		this.verification = verification;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// The contract defines the order of the checks. They do not run in one transaction,
	/// because hashing takes long and would hold a connection. Only the unique index
	/// decides whether the address is taken.
	Optional<UserError> register(String email, String password, String passwordRepeat, NetworkAddress network) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountErrors.INVALID_EMAIL);
		}
		Optional<Duration> wait = this.attemptsByNetwork.tryOnce(network.value());
		if (wait.isPresent()) {
			return wait.map(AccountErrors::tooManyAttempts);
		}
		if (!this.accounts.findByEmail(address.get().value()).isEmpty()) {
			return Optional.of(AccountErrors.EMAIL_TAKEN);
		}
		return this.passwords.checkNew(password, passwordRepeat)
			.or(() -> this.rateLimiter
				.tryOnce(List.of(this.byNetwork.attempt(network.value()), this.overall.attempt("everybody")))
				.map(AccountErrors::tooManyAttempts))
			.or(() -> store(address.get(), password));
	}

	private Optional<UserError> store(EmailAddress address, String password) {
		String hash = this.passwords.hash(password);
		boolean mayMail = this.verification.allowsMailTo(address.value());
		try {
			this.transactions.executeWithoutResult((_) -> {
				AccountSnapshot account = this.accounts.create(address, hash, this.clock.instant());
				this.events.publishEvent(new AccountRegistered(account.id()));
				if (mayMail) {
					this.verification.begin(account);
				}
			});
			return Optional.empty();
		}
		catch (DataIntegrityViolationException violation) {
			return Optional.of(AccountErrors.of(violation));
		}
	}

}
