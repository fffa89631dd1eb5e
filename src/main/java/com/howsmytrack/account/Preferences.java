package com.howsmytrack.account;

import java.util.Optional;

import com.howsmytrack.graphql.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What members change about their account: where mail goes, and whether reminders do.
@Component
class Preferences {

	private final Accounts accounts;

	private final TransactionOperations transactions;

	Preferences(Accounts accounts, TransactionOperations transactions) {
		this.accounts = accounts;
		this.transactions = transactions;
	}

	/// One's own address in another case is no one else's.
	Optional<Refusal> changeEmail(AccountId member, String email) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountRefusals.INVALID_EMAIL);
		}
		try {
			return this.transactions.execute((_) -> move(member, address.get()));
		}
		catch (DataIntegrityViolationException refused) {
			return Optional.of(Registration.refusalFor(refused));
		}
	}

	private Optional<Refusal> move(AccountId member, EmailAddress address) {
		boolean taken = this.accounts.findByEmailIgnoringCase(address.value())
			.stream()
			.anyMatch((account) -> !account.id().equals(member));
		if (taken) {
			return Optional.of(AccountRefusals.EMAIL_TAKEN);
		}
		this.accounts.findById(member.value()).ifPresent((account) -> account.moveTo(address));
		this.accounts.flush();
		return Optional.empty();
	}

	void wishForReminders(AccountId member, boolean wanted) {
		this.transactions.executeWithoutResult(
				(_) -> this.accounts.findById(member.value()).ifPresent((account) -> account.wishForReminders(wanted)));
	}

}
