package com.howsmytrack.account.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.AccountId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads and changes accounts for the other packages of this module, which never see the entity. Locks and changes are
/// part of the caller's transaction.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountService {

	/// SQL that selects and orders accounts as [#findByEmail] does, with the parameter
	/// `email`.
	public static final String BY_EMAIL = Accounts.BY_EMAIL;

	private final Accounts accounts;

	AccountService(Accounts accounts) {
		this.accounts = accounts;
	}

	@Transactional(propagation = Propagation.SUPPORTS)
	public Optional<AccountSnapshot> find(AccountId account) {
		return this.accounts.findById(account.value()).map(Account::snapshot);
	}

	/// The accounts with this address in any letter case, the best match first: the
	/// account with exactly this address, then the account without the mark
	/// `imported_twin`, then its twins, the oldest first.
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<AccountSnapshot> findByEmail(String email) {
		return this.accounts.findByEmailIgnoringCase(email).stream().map(Account::snapshot).toList();
	}

	@Transactional(propagation = Propagation.SUPPORTS)
	public Optional<AccountSnapshot> findByUnsubscribeKey(UUID key) {
		return this.accounts.findByUnsubscribeKey(key).map(Account::snapshot);
	}

	/// Locks the account until the end of the transaction. The caller must not have read
	/// the account earlier in the same transaction, because the result would be the
	/// earlier state.
	public Optional<AccountSnapshot> lock(AccountId account) {
		return this.accounts.findLockedById(account.value()).map(Account::snapshot);
	}

	/// Locks the best match of [#findByEmail].
	public Optional<AccountSnapshot> lockByEmail(EmailAddress email) {
		return this.accounts.findIdsByEmailIgnoringCase(email.value())
			.stream()
			.findFirst()
			.flatMap(this.accounts::findLockedById)
			.map(Account::snapshot);
	}

	/// Locks all operators. A transaction that removes an operator holds these locks, so
	/// that two such transactions cannot remove the last two operators at once.
	public List<AccountSnapshot> lockOperators() {
		return this.accounts.findLockedOperators().stream().map(Account::snapshot).toList();
	}

	/// Inserts the row at once, so that a taken address fails here and not at the commit.
	public AccountSnapshot create(EmailAddress email, String passwordHash, Instant now) {
		return this.accounts.saveAndFlush(new Account(email, passwordHash, now)).snapshot();
	}

	/// Stores the hash and starts a new generation of sessions.
	public AccountSnapshot changePassword(AccountId account, String passwordHash) {
		Account changed = this.accounts.require(account);
		changed.changePassword(passwordHash);
		return changed.snapshot();
	}

	/// Replaces the hash of the same password, unless the password was changed meanwhile.
	/// Runs in a transaction of its own if there is none.
	@Transactional
	public void replaceHash(AccountId account, String oldHash, String newHash) {
		this.accounts.replaceHash(account.value(), oldHash, newHash);
	}

	/// Keeps the time of the first verification.
	public void verifyEmail(AccountId account, Instant now) {
		this.accounts.require(account).verifyEmail(now);
	}

	/// Writes the row at once, so that a taken address fails here and not at the commit.
	public AccountSnapshot changeEmail(AccountId account, EmailAddress email) {
		Account changed = this.accounts.require(account);
		changed.changeEmail(email);
		this.accounts.flush();
		return changed.snapshot();
	}

	/// Disables the account, revokes the operator role and starts a new generation of
	/// sessions.
	public AccountSnapshot disable(AccountId account, Instant now) {
		Account changed = this.accounts.require(account);
		changed.disable(now);
		return changed.snapshot();
	}

	public void enable(AccountId account) {
		this.accounts.require(account).enable();
	}

	public void grantOperator(AccountId account) {
		this.accounts.require(account).grantOperator();
	}

	public void revokeOperator(AccountId account) {
		this.accounts.require(account).revokeOperator();
	}

	public void delete(AccountId account) {
		this.accounts.deleteById(account.value());
	}

}
