package com.howsmytrack.account.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.persistence.Timestamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Revoked sessions whose tokens have not expired. They are cached, so that a request needs no statement to check its
/// session. [RevokedSessionsRefresh] reads the rows of other instances every second.
///
/// A row revokes the sessions of one account before a generation: all of them, or only the session with the row's id.
/// Rows are written with `ON CONFLICT` and read in ranges of time, so there is no entity.
@Component
public class RevokedSessions {

	private static final Logger logger = LoggerFactory.getLogger(RevokedSessions.class);

	private static final String ALL_SESSIONS = "";

	/// Each refresh reads again the rows of this time: the clocks of instances differ,
	/// and an earlier row may be committed later.
	private static final Duration OVERLAP = Duration.ofMinutes(2);

	/// A token may be signed some time after its content was read.
	private static final Duration TOKEN_DELAY = Duration.ofHours(1);

	/// Limits the rows and cache entries of an account.
	private static final int SINGLE_SESSIONS_PER_ACCOUNT = 100;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final AccountSettings settings;

	private final Clock clock;

	private final Map<Key, Revocation> cache = new ConcurrentHashMap<>();

	/// Sessions that are revoked on this instance, but not in the database, because it
	/// could not be reached.
	private final Queue<SessionToken> unsaved = new ConcurrentLinkedQueue<>();

	/// The latest time in a row that was read; empty before the first row.
	private Optional<Instant> latest = Optional.empty();

	RevokedSessions(JdbcClient jdbc, TransactionOperations transactions, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	boolean contains(SessionToken token) {
		long account = token.account().value();
		return isRevoked(token, new Key(account, ALL_SESSIONS)) || isRevoked(token, new Key(account, token.session()));
	}

	private boolean isRevoked(SessionToken token, Key key) {
		Revocation revocation = this.cache.get(key);
		return revocation != null && token.generation() < revocation.firstValidGeneration();
	}

	/// Also reads from the database whether the token's session was revoked by its id.
	/// For operations that must not miss a revocation since the last refresh.
	boolean containsNow(SessionToken token) {
		return contains(token) || this.jdbc
			.sql("SELECT EXISTS (SELECT FROM revoked_session WHERE account_id = :account AND session_id = :session)")
			.param("account", token.account().value())
			.param("session", token.session())
			.query(Boolean.class)
			.single();
	}

	/// Revokes the sessions of an account before this generation, in the caller's
	/// transaction. After the commit, [#refresh] makes it effective on this instance.
	public void revokeBefore(AccountId account, int firstValidGeneration) {
		Instant expiresAt = this.clock.instant().plus(this.settings.sessionLifetime()).plus(TOKEN_DELAY);
		save(new Key(account.value(), ALL_SESSIONS), new Revocation(firstValidGeneration, expiresAt));
	}

	/// Revokes one session. It is effective on this instance even if the database cannot
	/// be reached; then the row is written by a later [#refresh].
	void revoke(SessionToken token) {
		this.cache.put(Key.of(token), revocation(token));
		try {
			save(token);
		}
		catch (DataAccessException | TransactionException unreachable) {
			logger.warn("A revoked session could not be saved and will be saved later", unreachable);
			this.unsaved.add(token);
		}
	}

	/// If many sessions of an account are revoked already, all its sessions are revoked
	/// instead, so that one member cannot fill the caches.
	private void save(SessionToken token) {
		this.transactions.executeWithoutResult((_) -> {
			if (countSingleSessions(token.account()) < SINGLE_SESSIONS_PER_ACCOUNT) {
				save(Key.of(token), revocation(token));
			}
			else {
				startGeneration(token.account());
			}
		});
	}

	private long countSingleSessions(AccountId account) {
		return this.jdbc.sql("SELECT count(*) FROM revoked_session WHERE account_id = :account AND session_id <> ''")
			.param("account", account.value())
			.query(Long.class)
			.single();
	}

	/// Revokes every session of the member, on all devices.
	/// @return false if the account is deleted
	boolean revokeAll(AccountId member) {
		boolean found = Boolean.TRUE.equals(this.transactions.execute((_) -> startGeneration(member)));
		refresh();
		return found;
	}

	private boolean startGeneration(AccountId account) {
		Optional<Integer> generation = this.jdbc.sql("""
				UPDATE account SET session_generation = session_generation + 1 WHERE id = :account
				RETURNING session_generation""").param("account", account.value()).query(Integer.class).optional();
		generation.ifPresent((started) -> revokeBefore(account, started));
		this.jdbc.sql("DELETE FROM revoked_session WHERE account_id = :account AND session_id <> ''")
			.param("account", account.value())
			.update();
		return generation.isPresent();
	}

	private void save(Key key, Revocation revocation) {
		this.jdbc.sql("""
				INSERT INTO revoked_session (account_id, session_id, first_valid_generation, revoked_at, expires_at)
				VALUES (:account, :session, :generation, :now, :expiresAt)
				ON CONFLICT (account_id, session_id) DO UPDATE SET
					first_valid_generation = excluded.first_valid_generation,
					revoked_at = excluded.revoked_at,
					expires_at = excluded.expires_at""")
			.param("account", key.account())
			.param("session", key.session())
			.param("generation", revocation.firstValidGeneration())
			.param("now", utc(this.clock.instant()))
			.param("expiresAt", utc(revocation.expiresAt()))
			.update();
	}

	/// Saves the sessions that could not be saved before, and reads the latest rows.
	/// Synchronized, so that an older row never replaces a newer one in the cache.
	public synchronized void refresh() {
		for (SessionToken token = this.unsaved.peek(); token != null; token = this.unsaved.peek()) {
			save(token);
			this.unsaved.remove();
		}
		Instant since = this.latest.map((time) -> time.minus(OVERLAP)).orElse(Instant.EPOCH);
		this.jdbc.sql("""
				SELECT account_id, session_id, first_valid_generation, revoked_at, expires_at
				FROM revoked_session WHERE revoked_at >= :since""").param("since", utc(since)).query(this::addToCache);
	}

	private void addToCache(ResultSet row) throws SQLException {
		this.cache.put(new Key(row.getLong("account_id"), row.getString("session_id")),
				new Revocation(row.getInt("first_valid_generation"), Timestamps.instant(row, "expires_at")));
		Instant revokedAt = Timestamps.instant(row, "revoked_at");
		this.latest = this.latest.filter((time) -> time.isAfter(revokedAt)).or(() -> Optional.of(revokedAt));
	}

	/// Deletes rows and cache entries that no valid token can match.
	void removeExpired() {
		Instant now = this.clock.instant();
		this.cache.values().removeIf((revocation) -> revocation.expiresAt().isBefore(now));
		this.jdbc.sql("DELETE FROM revoked_session WHERE expires_at < :now").param("now", utc(now)).update();
	}

	/// Empties the cache, as after a start.
	synchronized void clear() {
		this.cache.clear();
		this.unsaved.clear();
		this.latest = Optional.empty();
	}

	/// Expires when the last possible token of the session has expired: a token that was
	/// refreshed at the latest permitted time.
	private Revocation revocation(SessionToken token) {
		Instant expiresAt = token.firstSignInAt()
			.plus(this.settings.refreshLimit())
			.plus(this.settings.sessionLifetime())
			.plus(TOKEN_DELAY);
		return new Revocation(token.generation() + 1, expiresAt);
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/// @param session the id of a session, or [#ALL_SESSIONS]
	private record Key(long account, String session) {

		static Key of(SessionToken token) {
			return new Key(token.account().value(), token.session());
		}

	}

	/// @param firstValidGeneration sessions of earlier generations are revoked
	private record Revocation(int firstValidGeneration, Instant expiresAt) {
	}

}
