package com.howsmytrack.account;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.MailedLinks.Purpose;
import com.howsmytrack.graphql.Refusal;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.Postbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A person gets a new password. Whatever the way to it: every session ends, links to reset it are void, and a
/// letter tells the person.
@Component
class PasswordChange {

	private final Accounts accounts;

	private final Passwords passwords;

	private final MailedLinks links;

	private final EndedSessions endedSessions;

	private final Postbox postbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	PasswordChange(Accounts accounts, Passwords passwords, MailedLinks links, EndedSessions endedSessions,
			Postbox postbox, TransactionOperations transactions, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.links = links;
		this.endedSessions = endedSessions;
		this.postbox = postbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/// By a member who knows the old one. Their own session ends as well: begin another.
	Optional<Refusal> byMember(AccountId member, String currentPassword, String password, String passwordRepeat) {
		Optional<Account> account = this.accounts.findById(member.value());
		if (account.isEmpty()) {
			return Optional.of(Refusal.NOT_LOGGED_IN);
		}
		return this.passwords.checkProof(account.get(), currentPassword)
			.or(() -> this.passwords.checkNew(password, passwordRepeat))
			.or(() -> {
				String hash = this.passwords.hash(password);
				this.transactions.executeWithoutResult(
						(_) -> this.accounts.findLockedById(member.value()).ifPresent((found) -> to(hash, found)));
				this.endedSessions.hear();
				return Optional.empty();
			});
	}

	/// By whoever has a link that is still good.
	Optional<Refusal> byLink(String token, String password, String passwordRepeat) {
		if (!this.links.isGood(Purpose.NEW_PASSWORD, token)) {
			return Optional.of(AccountRefusals.INVALID_RESET_LINK);
		}
		return this.passwords.checkNew(password, passwordRepeat).or(() -> {
			String hash = this.passwords.hash(password);
			Optional<Refusal> refusal = Objects.requireNonNull(this.transactions.execute((_) -> redeem(token, hash)));
			this.endedSessions.hear();
			return refusal;
		});
	}

	/// Of two who use one link at once, one gets the account. Who has the link reads the
	/// mail of its address.
	private Optional<Refusal> redeem(String token, String hash) {
		Optional<Account> owner = this.links.redeem(Purpose.NEW_PASSWORD, token)
			.flatMap((link) -> this.accounts.findLockedById(link.account().value())
				.filter((account) -> account.isAt(link.address())));
		owner.ifPresent((account) -> {
			account.verifyEmail(this.clock.instant());
			to(hash, account);
		});
		return owner.isPresent() ? Optional.empty() : Optional.of(AccountRefusals.INVALID_RESET_LINK);
	}

	private void to(String hash, Account account) {
		AccountId owner = account.id();
		account.changePassword(hash);
		this.links.voidAllOf(Purpose.NEW_PASSWORD, owner);
		this.endedSessions.end(owner, account.sessionGeneration());
		this.postbox.post(new Letter(PasswordChangedLetter.KIND, owner.value(), account.email(), Map.of()));
	}

}
