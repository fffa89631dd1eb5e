package com.howsmytrack.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secrets in links that let a person choose a new password. The database knows what they hash to and no
/// more. Plain SHA-256 will do: 256 random bits cannot be guessed, however fast one hashes.
@Component
class ResetLinks {

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final Clock clock;

	ResetLinks(JdbcClient jdbc, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/// A new secret beside those that are still good: a letter may have to be written
	/// twice. Old ones go.
	@Transactional
	String create(AccountId account) {
		this.jdbc.sql("DELETE FROM password_reset WHERE account_id = :account AND expires_at <= :now")
			.param("account", account.value())
			.param("now", now())
			.update();
		byte[] token = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(token);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
		this.jdbc
			.sql("INSERT INTO password_reset (token_hash, account_id, expires_at) VALUES (:hash, :account, :expiresAt)")
			.param("hash", hash(secret))
			.param("account", account.value())
			.param("expiresAt", now().plus(this.settings.resetLinkLifetime()))
			.update();
		return secret;
	}

	boolean isGood(String secret) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM password_reset WHERE token_hash = :hash AND expires_at > :now)""")
			.param("hash", hash(secret))
			.param("now", now())
			.query(Boolean.class)
			.single();
	}

	/// Empty when the secret is used, too old or no secret at all. Works once.
	Optional<AccountId> redeem(String secret) {
		return this.jdbc
			.sql("DELETE FROM password_reset WHERE token_hash = :hash AND expires_at > :now RETURNING account_id")
			.param("hash", hash(secret))
			.param("now", now())
			.query(Long.class)
			.optional()
			.map(AccountId::new);
	}

	void voidAllOf(AccountId account) {
		this.jdbc.sql("DELETE FROM password_reset WHERE account_id = :account")
			.param("account", account.value())
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

}
