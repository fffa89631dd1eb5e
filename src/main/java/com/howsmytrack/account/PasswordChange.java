package com.howsmytrack.account;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

	private final ResetLinks resetLinks;

	private final EndedSessions endedSessions;

	private final Postbox postbox;

	private final TransactionOperations transactions;

	PasswordChange(Accounts accounts, Passwords passwords, ResetLinks resetLinks, EndedSessions endedSessions,
			Postbox postbox, TransactionOperations transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.resetLinks = resetLinks;
		this.endedSessions = endedSessions;
		this.postbox = postbox;
		this.transactions = transactions;
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
				this.transactions.executeWithoutResult((_) -> to(hash, member));
				this.endedSessions.hear();
				return Optional.empty();
			});
	}

	/// By whoever has a link that is still good.
	Optional<Refusal> byLink(String token, String password, String passwordRepeat) {
		if (!this.resetLinks.isGood(token)) {
			return Optional.of(AccountRefusals.INVALID_RESET_LINK);
		}
		return this.passwords.checkNew(password, passwordRepeat).or(() -> {
			String hash = this.passwords.hash(password);
			Optional<Refusal> refusal = Objects.requireNonNull(this.transactions.execute((_) -> redeem(token, hash)));
			this.endedSessions.hear();
			return refusal;
		});
	}

	/// Of two who use one link at once, one gets the account.
	private Optional<Refusal> redeem(String token, String hash) {
		Optional<AccountId> account = this.resetLinks.redeem(token);
		account.ifPresent((owner) -> to(hash, owner));
		return account.isPresent() ? Optional.empty() : Optional.of(AccountRefusals.INVALID_RESET_LINK);
	}

	private void to(String hash, AccountId owner) {
		this.accounts.findLockedById(owner.value()).ifPresent((account) -> {
			account.changePassword(hash);
			this.resetLinks.voidAllOf(owner);
			this.endedSessions.end(owner, account.sessionGeneration());
			this.postbox.post(new Letter(PasswordChangedLetter.KIND, owner.value(), account.email(), Map.of()));
		});
	}

}
