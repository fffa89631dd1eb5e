package com.howsmytrack.account.verification;

import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Outbox;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Changes the address of an account and sends a mail to both addresses.
@Component
class EmailChange {

	private final AccountService accounts;

	private final AddressVerification verification;

	private final AddressVerificationPolicy policy;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final RateLimit changes;

	EmailChange(AccountService accounts, AddressVerification verification, AddressVerificationPolicy policy,
			Outbox outbox, TransactionOperations transactions, RateLimiter rateLimiter, AccountSettings settings) {
		this.accounts = accounts;
		this.verification = verification;
		this.policy = policy;
		this.outbox = outbox;
		this.transactions = transactions;
		this.changes = rateLimiter.of("email-change", settings.rateLimits().emailChange());
	}

	/// Empty if the account has the address now.
	Optional<UserError> change(AccountId member, String email) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountErrors.INVALID_EMAIL);
		}
		Optional<Duration> wait = this.changes.tryOnce(Long.toString(member.value()));
		if (wait.isPresent()) {
			return wait.map(AccountErrors::tooManyAttempts);
		}
		boolean mayMail = this.verification.allowsMailTo(address.get().value());
		try {
			return this.transactions.execute((_) -> change(member, address.get(), mayMail));
		}
		catch (DataIntegrityViolationException violation) {
			return Optional.of(AccountErrors.of(violation));
		}
	}

	/// @param mayMail whether a mail may go to the new address, which may belong to
	/// another person
	private Optional<UserError> change(AccountId member, EmailAddress address, boolean mayMail) {
		Optional<AccountSnapshot> account = this.accounts.lock(member);
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		if (isTaken(address, account.get())) {
			return Optional.of(AccountErrors.EMAIL_TAKEN);
		}
		if (!account.get().emailAsTyped().equals(address.typed())) {
			AccountSnapshot changed = this.accounts.changeEmail(member, address);
			if (mayMail) {
				this.outbox.add(EmailChangedMail.toNewAddress(member, address.value()));
				if (!changed.emailVerified()) {
					this.verification.begin(changed);
				}
			}
			if (this.policy.countsAsVerified(account.get())) {
				this.outbox.add(EmailChangedMail.toOldAddress(member, account.get().email()));
			}
		}
		return Optional.empty();
	}

	/// A member may change the letter case of the own address. A twin may not do so, and
	/// an account with twins may not take the spelling of a twin, because a twin is found
	/// only by its exact spelling.
	private boolean isTaken(EmailAddress address, AccountSnapshot owner) {
		if (owner.email().equals(address.value())) {
			return false;
		}
		boolean otherCase = owner.email().equalsIgnoreCase(address.value()) && !owner.importedTwin();
		return this.accounts.findByEmail(address.value())
			.stream()
			.filter((account) -> !account.id().equals(owner.id()))
			.anyMatch((account) -> !otherCase || account.email().equals(address.value()));
	}

}
