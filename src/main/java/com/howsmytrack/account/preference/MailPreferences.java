package com.howsmytrack.account.preference;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Switches kinds of mail on and off for an account.
@Component
class MailPreferences {

	private final AccountService accounts;

	private final TransactionOperations transactions;

	MailPreferences(AccountService accounts, TransactionOperations transactions) {
		this.accounts = accounts;
		this.transactions = transactions;
	}

	/// Empty if the preference is stored, also if it was so before.
	Optional<UserError> set(String mailKind, AccountId member, boolean enabled) {
		return Objects.requireNonNull(this.transactions.execute((_) -> {
			Optional<AccountSnapshot> account = this.accounts.find(member);
			account.ifPresent((found) -> this.accounts.setMailPreference(member, mailKind, enabled));
			return account.isPresent() ? Optional.empty() : Optional.of(UserError.NOT_LOGGED_IN);
		}));
	}

	boolean hasUnsubscribeKey(UUID key) {
		return this.accounts.findByUnsubscribeKey(key).isPresent();
	}

	/// Switches the kind off for the account with this unsubscribe key.
	/// @return false if no account has the key
	boolean switchOff(MailKind kind, UUID key) {
		return Boolean.TRUE.equals(this.transactions.execute((_) -> {
			Optional<AccountSnapshot> account = this.accounts.findByUnsubscribeKey(key);
			account.ifPresent((found) -> this.accounts.setMailPreference(found.id(), kind.name(), false));
			return account.isPresent();
		}));
	}

}
