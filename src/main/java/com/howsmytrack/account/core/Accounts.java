package com.howsmytrack.account.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.AccountId;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The queries are SQL, not JPQL: the JPQL parsers of Hibernate and Spring Data took 15 MB of memory and two seconds of
/// each start for a dozen statements.
interface Accounts extends Repository<Account, Long> {

	/// The account with exactly this address first, then the account without the mark
	/// `imported_twin`, then its twins, the oldest first.
	String BY_EMAIL = """
			WHERE lower(email) = lower(:email) ORDER BY email = :email DESC, imported_twin, id""";

	Optional<Account> findById(Long id);

	/// Call it for an account that the transaction has already locked; then it sends no
	/// statement.
	default Account require(AccountId id) {
		return findById(id.value()).orElseThrow();
	}

	/// Of two transactions that change an account, the second reads the result of the
	/// first.
	@NativeQuery("SELECT * FROM account WHERE id = :id FOR NO KEY UPDATE")
	Optional<Account> findLockedById(long id);

	/// Locks in the order of ids, so that two transactions cannot deadlock.
	@NativeQuery("SELECT * FROM account WHERE operator ORDER BY id FOR NO KEY UPDATE")
	List<Account> findLockedOperators();

	@NativeQuery("SELECT * FROM account WHERE unsubscribe_key = :key")
	Optional<Account> findByUnsubscribeKey(UUID key);

	@NativeQuery("SELECT * FROM account " + BY_EMAIL)
	List<Account> findByEmailIgnoringCase(String email);

	/// The ids in the same order. For callers that lock an account next: if they had read
	/// the entity before, the locking query would return its earlier state.
	@NativeQuery("SELECT id FROM account " + BY_EMAIL)
	List<Long> findIdsByEmailIgnoringCase(String email);

	/// Does nothing if the password was changed meanwhile.
	@Modifying
	@Transactional
	@NativeQuery("UPDATE account SET password_hash = :newHash WHERE id = :id AND password_hash = :oldHash")
	void replaceHash(long id, String oldHash, String newHash);

	/// Writes at once, so that a violated constraint is reported here and not at the
	/// commit.
	Account saveAndFlush(Account account);

	void flush();

	void deleteById(Long id);

}
