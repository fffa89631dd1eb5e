package com.howsmytrack.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface Accounts extends Repository<Account, Long> {

	String AT_ADDRESS = """
			 from Account a where lower(a.email) = lower(:email)
			order by case when a.email = :email then 0 when a.importedTwin = false then 1 else 2 end, a.id""";

	Optional<Account> findById(long id);

	/// Locked: of two changes that build on what they read, the second reads what the
	/// first left.
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.id = :id")
	Optional<Account> findLockedById(long id);

	/// In one order, so that two who lock them at once do not wait for each other.
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.operator = true order by a.id")
	List<Account> findLockedOperators();

	Optional<Account> findByUnsubscribeKey(UUID key);

	/// The account with exactly that address first. Then the one that any other spelling
	/// leads to, and then its twins, the oldest first.
	@Query("select a" + AT_ADDRESS)
	List<Account> findByEmailIgnoringCase(String email);

	/// In the same order. For those who lock the account next: an entity that was read
	/// before keeps what it said then.
	@Query("select a.id" + AT_ADDRESS)
	List<Long> findIdsByEmailIgnoringCase(String email);

	/// Unless somebody changed the password meanwhile.
	@Modifying
	@Transactional
	@Query("update Account a set a.passwordHash = :newHash where a.id = :id and a.passwordHash = :oldHash")
	void replaceHash(long id, String oldHash, String newHash);

	/// Writes at once, so that a violated constraint is known here and not at the end of
	/// the transaction.
	Account saveAndFlush(Account account);

	void flush();

	void deleteById(long id);

}
