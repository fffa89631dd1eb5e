package com.howsmytrack.account.recovery;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.link.LinkPurpose;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.account.password.PasswordErrors;
import com.howsmytrack.account.password.Passwords;
import com.howsmytrack.account.session.RevokedSessions;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Sets a new password. All sessions are revoked, earlier links for a password reset become invalid, and a mail informs
/// the member.
@Component
class PasswordChange {

	private final AccountService accounts;

	private final Passwords passwords;

	private final MailedLinkService links;

	private final RevokedSessions revokedSessions;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	PasswordChange(AccountService accounts, Passwords passwords, MailedLinkService links,
			RevokedSessions revokedSessions, Outbox outbox, TransactionOperations transactions, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.links = links;
		this.revokedSessions = revokedSessions;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// Changes the password of a member who enters the current password. The member's own
	/// session is revoked as well; the caller starts another.
	Outcome byMember(AccountId member, String currentPassword, String password, String passwordRepeat) {
		Optional<AccountSnapshot> account = this.accounts.find(member);
		if (account.isEmpty()) {
			return new Outcome.Failed(UserError.NOT_LOGGED_IN);
		}
		return this.passwords.checkCurrent(account.get(), currentPassword)
			.or(() -> this.passwords.checkNew(password, passwordRepeat))
			.<Outcome>map(Outcome.Failed::new)
			.orElseGet(() -> {
				String hash = this.passwords.hash(password);
				Outcome outcome = Objects
					.requireNonNull(this.transactions.execute((_) -> changeChecked(account.get(), hash)));
				this.revokedSessions.refresh();
				return outcome;
			});
	}

	/// Fails if the password was changed after the current password was checked.
	Outcome changeChecked(AccountSnapshot checked, String hash) {
		return this.accounts.lock(checked.id())
			.filter((account) -> account.sessionGeneration() == checked.sessionGeneration())
			.<Outcome>map((account) -> {
				return new Outcome.Changed(change(account.id(), hash).sessionGeneration());
			})
			.orElseGet(() -> new Outcome.Failed(PasswordErrors.WRONG_PASSWORD));
	}

	/// Changes the password with a mailed link.
	Optional<UserError> byLink(String token, String password, String passwordRepeat) {
		Optional<AccountId> account = this.links.findOwner(LinkPurpose.NEW_PASSWORD, token);
		if (account.isEmpty()) {
			return Optional.of(RecoveryErrors.INVALID_RESET_LINK);
		}
		return this.passwords.checkNew(password, passwordRepeat)
			.or(() -> this.passwords.countChange(account.get()))
			.or(() -> {
				String hash = this.passwords.hash(password);
				Optional<UserError> error = Objects
					.requireNonNull(this.transactions.execute((_) -> redeem(token, hash)));
				this.revokedSessions.refresh();
				return error;
			});
	}

	/// If a link is used twice at once, one of the two succeeds. The holder of the link
	/// reads the mails of the address, so the address is verified.
	private Optional<UserError> redeem(String token, String hash) {
		Optional<AccountSnapshot> owner = this.links.redeem(LinkPurpose.NEW_PASSWORD, token);
		owner.ifPresent((account) -> {
			this.accounts.verifyEmail(account.id(), this.clock.instant());
			change(account.id(), hash);
		});
		return owner.isPresent() ? Optional.empty() : Optional.of(RecoveryErrors.INVALID_RESET_LINK);
	}

	private AccountSnapshot change(AccountId id, String hash) {
		AccountSnapshot account = this.accounts.changePassword(id, hash);
		this.revokedSessions.revokeBefore(account.id(), account.sessionGeneration());
		this.outbox.add(new Mail(PasswordChangedMail.KIND, account.id().value(), account.email(), Map.of()));
		return account;
	}

	/// The result of a change by a member.
	sealed interface Outcome {

		/// The password was not changed.
		record Failed(UserError error) implements Outcome {
		}

		/// The password was changed.
		///
		/// @param generation the generation of the sessions that start now
		record Changed(int generation) implements Outcome {
		}

	}

}
