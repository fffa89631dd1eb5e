package com.howsmytrack.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secrets in links that we mail: who has one reads the mail of an address. Each is good for one purpose, once,
/// and only while the account still has the address that it was mailed to.
///
/// The database knows what they hash to and no more. Plain SHA-256 will do: 256 random bits cannot be guessed,
/// however fast one hashes.
@Component
class MailedLinks {

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String IS_GOOD = """
			token_hash = :hash AND purpose = :purpose AND expires_at > :now
				AND account.id = account_id AND lower(account.email) = lower(address)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MailedLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// A new secret beside those that are still good: a letter may have to be written
	/// twice. Old ones go.
	@Transactional
	String create(Purpose purpose, AccountId account, String address, Duration lifetime) {
		this.jdbc.sql("DELETE FROM mailed_link WHERE account_id = :account AND expires_at <= :now")
			.param("account", account.value())
			.param("now", now())
			.update();
		byte[] token = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(token);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
		this.jdbc.sql("""
				INSERT INTO mailed_link (token_hash, purpose, account_id, address, expires_at)
				VALUES (:hash, :purpose, :account, :address, :expiresAt)""")
			.param("hash", hash(secret))
			.param("purpose", purpose.name())
			.param("account", account.value())
			.param("address", address)
			.param("expiresAt", now().plus(lifetime))
			.update();
		return secret;
	}

	boolean isGood(Purpose purpose, String secret) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM mailed_link, account WHERE %s)".formatted(IS_GOOD))
			.param("hash", hash(secret))
			.param("purpose", purpose.name())
			.param("now", now())
			.query(Boolean.class)
			.single();
	}

	/// Works once. The account may be about to move: whoever acts on this locks it and
	/// looks at its address again.
	/// @return empty when the secret is used, too old or no secret at all
	Optional<Redeemed> redeem(Purpose purpose, String secret) {
		return this.jdbc
			.sql("DELETE FROM mailed_link USING account WHERE %s RETURNING account_id, address".formatted(IS_GOOD))
			.param("hash", hash(secret))
			.param("purpose", purpose.name())
			.param("now", now())
			.query((row, _) -> new Redeemed(new AccountId(row.getLong("account_id")), row.getString("address")))
			.optional();
	}

	void voidAllOf(Purpose purpose, AccountId account) {
		this.jdbc.sql("DELETE FROM mailed_link WHERE account_id = :account AND purpose = :purpose")
			.param("account", account.value())
			.param("purpose", purpose.name())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static byte[] hash(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// What a link is good for. The names are the database's too.
	enum Purpose {

		NEW_PASSWORD, VERIFY_ADDRESS

	}

	/// @param address where the link was mailed to
	record Redeemed(AccountId account, String address) {
	}

}
