package com.howsmytrack.account;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Where an operator shuts somebody out, or lets them in again.
@Component
public class AccountDesk {

	private final Accounts accounts;

	private final EndedSessions endedSessions;

	private final TransactionOperations transactions;

	private final Clock clock;

	AccountDesk(Accounts accounts, EndedSessions endedSessions, TransactionOperations transactions, Clock clock) {
		this.accounts = accounts;
		this.endedSessions = endedSessions;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// Ends every session of the account and begins no more. What the member wrote stays.
	/// @param email in any case
	/// @return false when there is no such account
	public boolean disable(String email) {
		boolean known = change(email, (account) -> {
			account.disable(this.clock.instant());
			this.endedSessions.end(account.id(), account.sessionGeneration());
		});
		this.endedSessions.hear();
		return known;
	}

	/// Lets the member sign in again.
	/// @param email in any case
	/// @return false when there is no such account
	public boolean enable(String email) {
		return change(email, Account::enable);
	}

	private boolean change(String email, Consumer<Account> change) {
		return Objects.requireNonNull(this.transactions.execute((_) -> EmailAddress.parse(email)
			.flatMap((address) -> this.accounts.findByEmailIgnoringCase(address.value()).stream().findFirst())
			.flatMap((account) -> this.accounts.findLockedById(account.id().value()))
			.map((account) -> {
				change.accept(account);
				return true;
			})
			.orElse(false)));
	}

}
