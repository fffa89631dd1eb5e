package com.howsmytrack.account.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface MailedLinks extends Repository<MailedLink, byte[]> {

	void save(MailedLink link);

	@NativeQuery("SELECT * FROM mailed_link WHERE token_hash = :hash")
	Optional<MailedLink> findByTokenHash(byte[] hash);

	@NativeQuery("SELECT * FROM mailed_link WHERE account_id = :account ORDER BY expires_at")
	List<MailedLink> findByAccount(long account);

	/// If several transactions use a link at once, one of them deletes it.
	@Modifying
	@NativeQuery("DELETE FROM mailed_link WHERE token_hash = :hash")
	int deleteByTokenHash(byte[] hash);

	@Modifying
	@NativeQuery("DELETE FROM mailed_link WHERE account_id = :account AND expires_at <= :now")
	void deleteExpired(long account, Instant now);

}
