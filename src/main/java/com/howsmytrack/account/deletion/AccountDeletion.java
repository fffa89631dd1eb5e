package com.howsmytrack.account.deletion;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountDeleted;
import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.password.PasswordErrors;
import com.howsmytrack.account.password.Passwords;
import com.howsmytrack.account.session.RevokedSessions;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.ConflictRetry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// Deletes an account and all data that identifies its owner in one transaction, and revokes all sessions.
///
/// An operator must give up the role first, so that the audit log never has the actions of an operator whose account was
/// deleted while it had the role.
///
/// The row of the account is locked after the rows of other modules. A concurrent submission can violate a constraint
/// or cause a deadlock; then the transaction is retried.
@Component
class AccountDeletion {

	private static final int RETRIES = 3;

	private final AccountService accounts;

	private final Passwords passwords;

	private final AccountMails mails;

	private final RevokedSessions revokedSessions;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	private final RetryTemplate retries = ConflictRetry.withRetries(RETRIES, Duration.ofMillis(50));

	AccountDeletion(AccountService accounts, Passwords passwords, AccountMails mails, RevokedSessions revokedSessions,
			ApplicationEventPublisher events, TransactionOperations transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.mails = mails;
		this.revokedSessions = revokedSessions;
		this.events = events;
		this.transactions = transactions;
	}

	/// Empty if the account was deleted.
	Optional<UserError> of(AccountId member, String password) {
		Optional<AccountSnapshot> account = this.accounts.find(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		return this.passwords.checkCurrent(account.get(), password).or(() -> {
			Optional<UserError> error = Objects.requireNonNull(
					this.retries.invoke(() -> this.transactions.execute((status) -> remove(account.get(), status))));
			this.revokedSessions.refresh();
			return error;
		});
	}

	/// Fails if the account is an operator's, or if the password was changed after it was
	/// checked.
	private Optional<UserError> remove(AccountSnapshot checked, TransactionStatus status) {
		if (checked.operator()) {
			return Optional.of(checked.isLastOf(this.accounts.lockOperators()) ? AccountErrors.LAST_OPERATOR_ACCOUNT
					: AccountErrors.OPERATOR_ACCOUNT);
		}
		this.events.publishEvent(new AccountDeleted(checked.id()));
		Optional<AccountSnapshot> account = this.accounts.lock(checked.id())
			.filter((found) -> found.sessionGeneration() == checked.sessionGeneration());
		if (account.isEmpty()) {
			status.setRollbackOnly();
			return Optional.of(PasswordErrors.WRONG_PASSWORD);
		}
		if (account.get().operator()) {
			// The role was granted meanwhile.
			status.setRollbackOnly();
			return Optional.of(AccountErrors.OPERATOR_ACCOUNT);
		}
		this.mails.deleteAboutNoAccount(account.get());
		this.revokedSessions.revokeBefore(checked.id(), Integer.MAX_VALUE);
		this.accounts.delete(checked.id());
		return Optional.empty();
	}

}
