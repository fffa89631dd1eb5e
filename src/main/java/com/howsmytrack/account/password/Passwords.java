package com.howsmytrack.account.password;

import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.StorableText;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and checks passwords. Hashing takes long: do not call it within a transaction.
@Component
public class Passwords {

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final RateLimit proofs;

	private final RateLimit changes;

	/// @param rules lazy: reads 100,000 common passwords when the first password is
	/// chosen
	Passwords(@Lazy PasswordRules rules, PasswordEncoder encoder, RateLimiter rateLimiter, AccountSettings settings) {
		this.rules = rules;
		this.encoder = encoder;
		this.proofs = rateLimiter.of("password-proof", settings.rateLimits().passwordProof());
		this.changes = rateLimiter.of("password-by-link", settings.rateLimits().passwordByLink());
	}

	/// Empty if the password is accepted.
	public Optional<UserError> checkNew(String password, String passwordRepeat) {
		return password.equals(passwordRepeat) ? this.rules.check(password)
				: Optional.of(PasswordErrors.PASSWORDS_DIFFER);
	}

	public String hash(String password) {
		return this.encoder.encode(PasswordRules.normalize(password));
	}

	/// Whether the password matches the hash, in any Unicode composition. Imported hashes
	/// were made of the password as it was typed.
	public boolean match(String password, String hash) {
		String normalized = PasswordRules.normalize(password);
		return this.encoder.matches(normalized, hash) || (hash.startsWith(ImportedAccounts.passwordPrefix())
				&& !normalized.equals(password) && this.encoder.matches(password, hash));
	}

	/// Whether the hash should be replaced: it was imported or has another cost.
	public boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	/// Counts a password change by a link, because each attempt costs a hash.
	public Optional<UserError> countChange(AccountId account) {
		return this.changes.tryOnce(Long.toString(account.value())).map(AccountErrors::tooManyAttempts);
	}

	/// Checks the current password of a signed-in member, because access to an open
	/// session must not be enough. Empty if the password is correct.
	public Optional<UserError> checkCurrent(AccountSnapshot account, String password) {
		Optional<Duration> wait = this.proofs.tryOnce(Long.toString(account.id().value()));
		if (wait.isPresent()) {
			return wait.map(AccountErrors::tooManyAttempts);
		}
		// A password that cannot be stored matches no hash, and the encoder would fail on
		// it.
		boolean matches = StorableText.accepts(password) && match(password, account.passwordHash());
		return matches ? Optional.empty() : Optional.of(PasswordErrors.WRONG_PASSWORD);
	}

}
