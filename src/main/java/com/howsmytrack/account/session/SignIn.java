package com.howsmytrack.account.session;

import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.account.password.DummyPasswordHash;
import com.howsmytrack.account.password.Passwords;
import com.howsmytrack.persistence.StorableText;

import org.springframework.stereotype.Component;

/// Finds the account for an address and a password.
@Component
class SignIn {

	private final AccountService accounts;

	private final Passwords passwords;

	private final DummyPasswordHash dummyPasswordHash;

	SignIn(AccountService accounts, Passwords passwords, DummyPasswordHash dummyPasswordHash) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.dummyPasswordHash = dummyPasswordHash;
	}

	/// An exact match of the address is preferred to a match in another letter case.
	/// Empty if the address or the password is wrong. A malformed address and a password
	/// that cannot be stored match no account; PostgreSQL and the encoder would fail on
	/// them.
	Optional<AccountSnapshot> withPassword(String email, String password) {
		if (!StorableText.accepts(password)) {
			return Optional.empty();
		}
		List<AccountSnapshot> candidates = EmailAddress.parse(email)
			.map((address) -> this.accounts.findByEmail(address.value()))
			.orElse(List.of());
		String hash = candidates.isEmpty() ? this.dummyPasswordHash.value() : candidates.getFirst().passwordHash();
		boolean matches = this.passwords.match(password, hash);
		if (!matches || candidates.stream().limit(1).anyMatch(AccountSnapshot::disabled)) {
			return Optional.empty();
		}
		candidates.stream().findFirst().ifPresent((account) -> renewHash(account, password));
		return candidates.stream().findFirst();
	}

	/// Replaces an imported hash, or a hash of another cost. The password is available
	/// only during a sign-in.
	private void renewHash(AccountSnapshot account, String password) {
		if (this.passwords.isOutdated(account.passwordHash())) {
			this.accounts.replaceHash(account.id(), account.passwordHash(), this.passwords.hash(password));
		}
	}

}
