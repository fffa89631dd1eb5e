package com.howsmytrack.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A member ends every session they have, on whatever device: one got lost, or into the wrong hands.
@Component
class SigningOut {

	private final Accounts accounts;

	private final EndedSessions endedSessions;

	private final TransactionOperations transactions;

	SigningOut(Accounts accounts, EndedSessions endedSessions, TransactionOperations transactions) {
		this.accounts = accounts;
		this.endedSessions = endedSessions;
		this.transactions = transactions;
	}

	/// False when the account is gone.
	boolean everywhere(AccountId member) {
		boolean known = Boolean.TRUE
			.equals(this.transactions.execute((_) -> this.accounts.findLockedById(member.value()).map((account) -> {
				account.endSessions();
				this.endedSessions.end(member, account.sessionGeneration());
				return true;
			}).orElse(false)));
		this.endedSessions.hear();
		return known;
	}

}
