package com.howsmytrack.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/// In SQL: the parsers of JPQL, Hibernate's and Spring Data's, took some 15 MB of each instance and two seconds of its start
/// for a dozen statements.
interface Accounts extends Repository<Account, Long> {

	/// The account with exactly that address first. Then the one that any other spelling
	/// leads to, and then its twins, the oldest first.
	String AT_ADDRESS = """
			WHERE lower(email) = lower(:email) ORDER BY email = :email DESC, imported_twin, id""";

	Optional<Account> findById(Long id);

	/// Locked: of two changes that build on what they read, the second reads what the
	/// first left.
	@NativeQuery("SELECT * FROM account WHERE id = :id FOR NO KEY UPDATE")
	Optional<Account> findLockedById(long id);

	/// In one order, so that two who lock them at once do not wait for each other.
	@NativeQuery("SELECT * FROM account WHERE operator ORDER BY id FOR NO KEY UPDATE")
	List<Account> findLockedOperators();

	@NativeQuery("SELECT * FROM account WHERE unsubscribe_key = :key")
	Optional<Account> findByUnsubscribeKey(UUID key);

	@NativeQuery("SELECT * FROM account " + AT_ADDRESS)
	List<Account> findByEmailIgnoringCase(String email);

	/// In the same order. For those who lock the account next: an entity that was read
	/// before keeps what it said then.
	@NativeQuery("SELECT id FROM account " + AT_ADDRESS)
	List<Long> findIdsByEmailIgnoringCase(String email);

	/// Unless somebody changed the password meanwhile.
	@Modifying
	@Transactional
	@NativeQuery("UPDATE account SET password_hash = :newHash WHERE id = :id AND password_hash = :oldHash")
	void replaceHash(long id, String oldHash, String newHash);

	/// Writes at once, so that a violated constraint is known here and not at the end of
	/// the transaction.
	Account saveAndFlush(Account account);

	void flush();

	void deleteById(Long id);

}
