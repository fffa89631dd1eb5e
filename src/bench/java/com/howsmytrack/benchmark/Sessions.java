package com.howsmytrack.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Signs session tokens as the service does, because signing in a hundred thousand members would take an hour.
final class Sessions {

	static final String PASSWORD = "three tracks about the rain";

	private final String secretKey;

	private final SecretKey key;

	private final Map<Long, String> tokens = new HashMap<>();

	Sessions() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.secretKey = HexFormat.of().formatHex(random);
		this.key = Keys.hmacShaKeyFor(this.secretKey.getBytes(StandardCharsets.UTF_8));
	}

	String secretKey() {
		return this.secretKey;
	}

	String tokenOf(long member) {
		return this.tokens.computeIfAbsent(member, this::sign);
	}

	private String sign(long member) {
		Instant now = Instant.now();
		return Jwts.builder()
			.issuer("howsmytrack")
			.subject(Long.toString(member))
			.id(UUID.randomUUID().toString())
			.issuedAt(Date.from(now))
			.expiration(Date.from(now.plus(Duration.ofHours(72))))
			.claim("origIat", now.getEpochSecond())
			.claim("generation", 0)
			.claim("sid", UUID.randomUUID().toString())
			.signWith(this.key, Jwts.SIG.HS256)
			.compact();
	}

	/// The hash of all members. It has the costs of howsmytrack.account.password-hash; with other costs, the service would
	/// replace it at the first sign-in.
	static String passwordHash() {
		int kilobytes = 19 * 1024;
		return "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, kilobytes, 2).encode(PASSWORD);
	}

}
