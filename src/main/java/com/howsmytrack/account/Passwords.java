package com.howsmytrack.account;

import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.database.StorableText;
import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.throttle.Throttle;
import com.howsmytrack.throttle.Throttles;

import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// New passwords and proofs of old ones. Hashing takes long: never ask within a transaction.
@Component
class Passwords {

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final Throttle proofs;

	private final Throttle changes;

	/// @param rules read 100,000 passwords, when the first one is chosen and not at each
	/// start
	Passwords(@Lazy PasswordRules rules, PasswordEncoder encoder, Throttles throttles, AccountSettings settings) {
		this.rules = rules;
		this.encoder = encoder;
		this.proofs = throttles.of("password-proof", settings.throttles().passwordProof());
		this.changes = throttles.of("password-by-link", settings.throttles().passwordByLink());
	}

	/// Empty when it will do.
	Optional<Refusal> checkNew(String password, String passwordRepeat) {
		return password.equals(passwordRepeat) ? this.rules.check(password)
				: Optional.of(AccountRefusals.PASSWORDS_DIFFER);
	}

	String hash(String password) {
		return this.encoder.encode(PasswordRules.normalize(password));
	}

	/// Whether the password has that hash, however a keyboard composed it. Hashes of the
	/// service before this one were made of whatever was typed.
	boolean match(String password, String hash) {
		String normalized = PasswordRules.normalize(password);
		return this.encoder.matches(normalized, hash) || (hash.startsWith(FormerAccounts.passwordPrefix())
				&& !normalized.equals(password) && this.encoder.matches(password, hash));
	}

	/// Whether one would be made otherwise today.
	boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	/// Hashing costs the machine: a link is good for one password, not for asking a
	/// thousand times at once.
	Optional<Refusal> countChange(AccountId account) {
		return this.changes.tryOnce(Long.toString(account.value())).map(AccountRefusals::tooManyAttempts);
	}

	/// Lets somebody who is signed in prove that they are not merely sitting at a
	/// member's desk. Empty when they did.
	Optional<Refusal> checkProof(Account account, String password) {
		Optional<Duration> wait = this.proofs.tryOnce(Long.toString(account.id().value()));
		if (wait.isPresent()) {
			return wait.map(AccountRefusals::tooManyAttempts);
		}
		// Nobody has what cannot be stored, and the encoder would stumble over it.
		boolean matches = StorableText.accepts(password) && match(password, account.passwordHash());
		return matches ? Optional.empty() : Optional.of(AccountRefusals.WRONG_PASSWORD);
	}

}
