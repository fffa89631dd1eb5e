package com.howsmytrack.account;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.Outbox;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What members change about their account: where mail goes, and which does.
@Component
class Preferences {

	private final Accounts accounts;

	private final AddressVerification verification;

	private final VerifiedAddresses verifiedAddresses;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final RateLimit changes;

	Preferences(Accounts accounts, AddressVerification verification, VerifiedAddresses verifiedAddresses, Outbox outbox,
			TransactionOperations transactions, RateLimiter rateLimiter, AccountSettings settings) {
		this.changes = rateLimiter.of("email-change", settings.rateLimits().emailChange());
		this.accounts = accounts;
		this.verification = verification;
		this.verifiedAddresses = verifiedAddresses;
		this.outbox = outbox;
		this.transactions = transactions;
	}

	/// One's own address in another case is no one else's.
	Optional<UserError> changeEmail(AccountId member, String email) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			return Optional.of(AccountErrors.INVALID_EMAIL);
		}
		Optional<Duration> wait = this.changes.tryOnce(Long.toString(member.value()));
		if (wait.isPresent()) {
			return wait.map(AccountErrors::tooManyAttempts);
		}
		boolean write = this.verification.mayWriteTo(address.get().value());
		try {
			return this.transactions.execute((_) -> move(member, address.get(), write));
		}
		catch (DataIntegrityViolationException refused) {
			return Optional.of(Registration.refusalFor(refused));
		}
	}

	/// @param write whether a letter may go to the new address, which may be a stranger's
	private Optional<UserError> move(AccountId member, EmailAddress address, boolean write) {
		Optional<Account> account = this.accounts.findLockedById(member.value());
		if (account.isEmpty()) {
			return Optional.of(UserError.NOT_LOGGED_IN);
		}
		if (isTaken(address, account.get())) {
			return Optional.of(AccountErrors.EMAIL_TAKEN);
		}
		String oldAddress = account.get().email();
		boolean tellOldAddress = this.verifiedAddresses.include(account.get());
		if (!oldAddress.equals(address.value())) {
			account.get().moveTo(address);
			this.accounts.flush();
			if (write) {
				this.outbox.add(EmailChangedMail.toNewAddress(member, address.value()));
				if (!account.get().hasVerifiedEmail()) {
					this.verification.begin(account.get());
				}
			}
			if (tellOldAddress) {
				this.outbox.add(EmailChangedMail.toOldAddress(oldAddress));
			}
		}
		return Optional.empty();
	}

	/// One's own address is not, in whatever case. Where it has twins, from the service
	/// before this one, they keep the spellings by which alone they are found.
	private boolean isTaken(EmailAddress address, Account mover) {
		if (mover.email().equals(address.value())) {
			return false;
		}
		boolean otherCase = mover.isAt(address.value()) && !mover.isTwin();
		return this.accounts.findByEmailIgnoringCase(address.value())
			.stream()
			.filter((account) -> !account.id().equals(mover.id()))
			.anyMatch((account) -> !otherCase || account.email().equals(address.value()));
	}

	/// Empty when it was noted, also if it was so before.
	Optional<UserError> setMailPreference(String mailKind, AccountId member, boolean wanted) {
		return Objects.requireNonNull(this.transactions.execute((_) -> {
			Optional<Account> account = this.accounts.findById(member.value());
			account.ifPresent((found) -> found.setMailPreference(mailKind, wanted));
			return account.isPresent() ? Optional.empty() : Optional.of(UserError.NOT_LOGGED_IN);
		}));
	}

	boolean hasUnsubscribeKey(UUID key) {
		return this.accounts.findByUnsubscribeKey(key).isPresent();
	}

	/// Turns letters of a kind off, for whoever has the link below one.
	/// @return false when the link belongs to nobody
	boolean turnOff(MailKind kind, UUID key) {
		return Boolean.TRUE.equals(this.transactions.execute((_) -> {
			Optional<Account> account = this.accounts.findByUnsubscribeKey(key);
			account.ifPresent((found) -> found.setMailPreference(kind.name(), false));
			return account.isPresent();
		}));
	}

}
