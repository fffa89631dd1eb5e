package com.howsmytrack.account.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountSettings;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Signs and reads the JWT of the session cookie. It contains the account's id, not the address, which may change or
/// later belong to another account.
@Component
public class SessionTokens {

	private static final String ISSUER = "howsmytrack";

	/// The time of the sign-in with the password, in seconds since the epoch. The
	/// contract's `payload` has the same name.
	private static final String FIRST_SIGN_IN = "origIat";

	private static final String GENERATION = "generation";

	/// The registered claim for a session id.
	private static final String SESSION = "sid";

	private static final int MAX_CACHED_TOKENS = 20_000;

	/// Maintenance runs on the calling thread: it takes less time than a hand-over to
	/// another thread.
	private final Cache<String, SessionToken> verified = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumSize(MAX_CACHED_TOKENS)
		.build();

	private final AccountSettings settings;

	private final Clock clock;

	private final SecretKey key;

	/// For the current key and for the previous key.
	private final List<JwtParser> parsers;

	SessionTokens(AccountSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.key = key(settings.secretKey());
		this.parsers = Stream.of(settings.secretKey(), settings.previousSecretKey())
			.filter(StringUtils::hasText)
			.map((secret) -> parser(key(secret), clock))
			.toList();
	}

	private static SecretKey key(String secret) {
		return Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8));
	}

	private static JwtParser parser(SecretKey key, Clock clock) {
		return Jwts.parser()
			.verifyWith(key)
			.sig()
			.clear()
			.add(Jwts.SIG.HS256)
			.and()
			.requireIssuer(ISSUER)
			.clock(() -> Date.from(clock.instant()))
			.build();
	}

	/// The first token of a new session, after a sign-in with the password.
	SessionToken begin(AccountId account, int generation) {
		return new SessionToken(newId(), newId(), account, endOfSession(), this.clock.instant(), generation);
	}

	/// The signed first token of a new session.
	public String startSession(AccountId account, int generation) {
		return sign(begin(account, generation));
	}

	/// Another token of the same session, with a later expiry. Empty if the sign-in was
	/// too long ago.
	Optional<SessionToken> refresh(SessionToken token) {
		return this.clock.instant().isAfter(refreshableUntil(token)) ? Optional.empty()
				: Optional.of(new SessionToken(newId(), token.session(), token.account(), endOfSession(),
						token.firstSignInAt(), token.generation()));
	}

	Instant refreshableUntil(SessionToken token) {
		return token.firstSignInAt().plus(this.settings.refreshLimit());
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

	private Instant endOfSession() {
		return this.clock.instant().plus(this.settings.sessionLifetime());
	}

	String sign(SessionToken token) {
		return Jwts.builder()
			.issuer(ISSUER)
			.subject(Long.toString(token.account().value()))
			.id(token.id())
			.issuedAt(Date.from(this.clock.instant()))
			.expiration(Date.from(token.expiresAt()))
			.claim(FIRST_SIGN_IN, token.firstSignInAt().getEpochSecond())
			.claim(GENERATION, token.generation())
			.claim(SESSION, token.session())
			.signWith(this.key, Jwts.SIG.HS256)
			.compact();
	}

	/// Empty if the token is invalid or expired. A verified signature is cached; the
	/// expiry is checked each time.
	Optional<SessionToken> read(String signed) {
		SessionToken cached = this.verified.getIfPresent(signed);
		if (cached != null) {
			return cached.expiresAt().isAfter(this.clock.instant()) ? Optional.of(cached) : Optional.empty();
		}
		Optional<SessionToken> read = this.parsers.stream()
			.flatMap((parser) -> read(parser, signed).stream())
			.findFirst();
		read.ifPresent((token) -> this.verified.put(signed, token));
		return read;
	}

	private Optional<SessionToken> read(JwtParser parser, String signed) {
		try {
			Claims claims = parser.parseSignedClaims(signed).getPayload();
			Date expiration = claims.getExpiration();
			Long firstSignIn = claims.get(FIRST_SIGN_IN, Long.class);
			Integer generation = claims.get(GENERATION, Integer.class);
			String session = claims.get(SESSION, String.class);
			if (expiration == null || !expiration.toInstant().isAfter(this.clock.instant()) || firstSignIn == null
					|| generation == null || session == null || claims.getId() == null) {
				return Optional.empty();
			}
			return Optional
				.of(new SessionToken(claims.getId(), session, new AccountId(Long.parseLong(claims.getSubject())),
						expiration.toInstant(), Instant.ofEpochSecond(firstSignIn), generation));
		}
		catch (JwtException | IllegalArgumentException invalid) {
			return Optional.empty();
		}
	}

}
