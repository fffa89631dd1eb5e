package com.howsmytrack.account.recovery;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountErrors;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.link.MailedLinks;
import com.howsmytrack.account.link.MailedLinks.Purpose;
import com.howsmytrack.account.password.Passwords;
import com.howsmytrack.account.session.RevokedSessions;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A person gets a new password. Whatever the way to it: every session ends, links to reset it are void, and a
/// letter tells the person.
@Component
class PasswordChange {

	private final AccountService accounts;

	private final Passwords passwords;

	private final MailedLinks links;

	private final RevokedSessions revokedSessions;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	PasswordChange(AccountService accounts, Passwords passwords, MailedLinks links, RevokedSessions revokedSessions,
			Outbox outbox, TransactionOperations transactions, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.links = links;
		this.revokedSessions = revokedSessions;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// By a member who knows the old one. Their own session ends as well: begin another.
	Outcome byMember(AccountId member, String currentPassword, String password, String passwordRepeat) {
		Optional<AccountSnapshot> account = this.accounts.find(member);
		if (account.isEmpty()) {
			return new Outcome.Failed(UserError.NOT_LOGGED_IN);
		}
		return this.passwords.checkProof(account.get(), currentPassword)
			.or(() -> this.passwords.checkNew(password, passwordRepeat))
			.<Outcome>map(Outcome.Failed::new)
			.orElseGet(() -> {
				String hash = this.passwords.hash(password);
				Outcome outcome = Objects.requireNonNull(this.transactions.execute((_) -> proven(account.get(), hash)));
				this.revokedSessions.refresh();
				return outcome;
			});
	}

	/// The proof is worth nothing if somebody changed the password while it was looked
	/// at.
	Outcome proven(AccountSnapshot proof, String hash) {
		return this.accounts.lock(proof.id())
			.filter((account) -> account.sessionGeneration() == proof.sessionGeneration())
			.<Outcome>map((account) -> {
				return new Outcome.Changed(change(account.id(), hash).sessionGeneration());
			})
			.orElseGet(() -> new Outcome.Failed(AccountErrors.WRONG_PASSWORD));
	}

	/// By whoever has a link that is still good.
	Optional<UserError> byLink(String token, String password, String passwordRepeat) {
		Optional<AccountId> account = this.links.ownerOf(Purpose.NEW_PASSWORD, token);
		if (account.isEmpty()) {
			return Optional.of(AccountErrors.INVALID_RESET_LINK);
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

	/// Of two who use one link at once, one gets the account. Who has the link reads the
	/// mail of its address.
	private Optional<UserError> redeem(String token, String hash) {
		Optional<AccountSnapshot> owner = this.links.redeem(Purpose.NEW_PASSWORD, token);
		owner.ifPresent((account) -> {
			this.accounts.verifyEmail(account.id(), this.clock.instant());
			change(account.id(), hash);
		});
		return owner.isPresent() ? Optional.empty() : Optional.of(AccountErrors.INVALID_RESET_LINK);
	}

	private AccountSnapshot change(AccountId id, String hash) {
		AccountSnapshot account = this.accounts.changePassword(id, hash);
		this.revokedSessions.revokeBefore(account.id(), account.sessionGeneration());
		this.outbox.add(new Mail(PasswordChangedMail.KIND, account.id().value(), account.email(), Map.of()));
		return account;
	}

	/// What came of it.
	sealed interface Outcome {

		/// Nothing changed.
		record Failed(UserError error) implements Outcome {
		}

		/// The password is another.
		///
		/// @param generation of the sessions that begin now; others of it may have ended
		/// already
		record Changed(int generation) implements Outcome {
		}

	}

}
