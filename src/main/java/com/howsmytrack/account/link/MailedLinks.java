package com.howsmytrack.account.link;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSnapshot;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secrets in links that we mail: who has one reads the mail of an address. Each is good for one purpose, once,
/// and only while the account still has the address that it was mailed to; a link to a new password only as long as
/// the old one lives.
///
/// The database knows what they hash to and no more. Plain SHA-256 will do: 256 random bits cannot be guessed,
/// however fast one hashes.
@Component
public class MailedLinks {

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String IS_GOOD = """
			token_hash = :hash AND purpose = :purpose AND expires_at > :now
				AND account.id = account_id AND lower(account.email) = lower(address)
				AND (generation IS NULL OR generation = account.session_generation)""";

	private final JdbcClient jdbc;

	private final AccountService accounts;

	private final Clock clock;

	MailedLinks(JdbcClient jdbc, AccountService accounts, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.clock = clock;
	}

	/// A new secret beside those that are still good: a letter may have to be written
	/// twice. Old ones go.
	@Transactional
	public String create(Purpose purpose, AccountSnapshot account, Duration lifetime) {
		this.jdbc.sql("DELETE FROM mailed_link WHERE account_id = :account AND expires_at <= :now")
			.param("account", account.id().value())
			.param("now", now())
			.update();
		byte[] token = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(token);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
		this.jdbc.sql("""
				INSERT INTO mailed_link (token_hash, purpose, account_id, address, generation, expires_at)
				VALUES (:hash, :purpose, :account, :address, :generation, :expiresAt)""")
			.param("hash", DigestUtils.sha256(secret))
			.param("purpose", purpose.name())
			.param("account", account.id().value())
			.param("address", account.email())
			.param("generation", (purpose == Purpose.NEW_PASSWORD) ? account.sessionGeneration() : null)
			.param("expiresAt", now().plus(lifetime))
			.update();
		return secret;
	}

	public boolean isGood(Purpose purpose, String secret) {
		return ownerOf(purpose, secret).isPresent();
	}

	/// Empty when the secret is used, void, too old or no secret at all.
	public Optional<AccountId> ownerOf(Purpose purpose, String secret) {
		return find("SELECT account.id FROM mailed_link, account WHERE " + IS_GOOD, purpose, secret);
	}

	/// Works once, within the caller's transaction. The account is locked before, in the
	/// order of everybody else, and the link looked at again: it is as good as when it
	/// was redeemed for as long as the transaction lasts.
	/// @return whose it was; empty as in [#ownerOf]
	public Optional<AccountSnapshot> redeem(Purpose purpose, String secret) {
		return ownerOf(purpose, secret).flatMap(this.accounts::lock)
			.filter((_) -> find("DELETE FROM mailed_link USING account WHERE " + IS_GOOD + " RETURNING account.id",
					purpose, secret)
				.isPresent());
	}

	private Optional<AccountId> find(String statement, Purpose purpose, String secret) {
		return this.jdbc.sql(statement)
			.param("hash", DigestUtils.sha256(secret))
			.param("purpose", purpose.name())
			.param("now", now())
			.query(Long.class)
			.optional()
			.map(AccountId::new);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/// What a link is good for. The names are the database's too.
	public enum Purpose {

		NEW_PASSWORD, VERIFY_ADDRESS

	}

}
