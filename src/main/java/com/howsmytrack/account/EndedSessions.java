package com.howsmytrack.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows by heart whose sessions were ended while their tokens would still be good, so that no request has to
/// ask the database. What another instance ended is heard within a second or two, see [EndedSessionsWatch].
@Component
class EndedSessions {

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final Clock clock;

	/// By account, the first generation that is still good. Few people end their sessions
	/// within the lifetime of
	/// one, so all of them are read anew each time.
	private volatile Map<Long, Integer> firstGoodGeneration = Map.of();

	/// The ids of tokens that were signed out one by one.
	private volatile Set<String> signedOut = Set.of();

	EndedSessions(JdbcClient jdbc, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	boolean include(SessionToken token) {
		Integer good = this.firstGoodGeneration.get(token.account().value());
		return (good != null && token.generation() < good) || this.signedOut.contains(token.id());
	}

	/// Ends every session of earlier generations, as part of the caller's transaction.
	/// After it, [#hear] lets this
	/// instance know at once.
	void end(AccountId account, int firstGoodGeneration) {
		this.jdbc
			.sql("""
					INSERT INTO ended_sessions (account_id, generation, ended_at) VALUES (:account, :generation, :now)
					ON CONFLICT (account_id) DO UPDATE SET generation = excluded.generation, ended_at = excluded.ended_at""")
			.param("account", account.value())
			.param("generation", firstGoodGeneration)
			.param("now", utc(this.clock.instant()))
			.update();
	}

	/// Ends one session and no other.
	void signOut(SessionToken token) {
		this.jdbc.sql("""
				INSERT INTO ended_session (token_id, expires_at) VALUES (:id, :expiresAt) ON CONFLICT DO NOTHING""")
			.param("id", token.id())
			.param("expiresAt", utc(token.expiresAt()))
			.update();
		hear();
	}

	/// One at a time, so that old news never follows new.
	synchronized void hear() {
		this.firstGoodGeneration = this.jdbc
			.sql("SELECT account_id, generation FROM ended_sessions WHERE ended_at >= :oldestToken")
			.param("oldestToken", utc(oldestToken()))
			.query((row, _) -> Map.entry(row.getLong("account_id"), row.getInt("generation")))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
		this.signedOut = Set.copyOf(this.jdbc.sql("SELECT token_id FROM ended_session WHERE expires_at > :now")
			.param("now", utc(this.clock.instant()))
			.query(String.class)
			.list());
	}

	/// Removes what no token can remember.
	void removeOld() {
		this.jdbc.sql("DELETE FROM ended_sessions WHERE ended_at < :oldestToken")
			.param("oldestToken", utc(oldestToken()))
			.update();
		this.jdbc.sql("DELETE FROM ended_session WHERE expires_at <= :now")
			.param("now", utc(this.clock.instant()))
			.update();
	}

	/// Tokens that were signed before it have run out.
	private Instant oldestToken() {
		return this.clock.instant().minus(this.settings.sessionLifetime());
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
