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
import java.util.concurrent.ConcurrentHashMap;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Knows by heart which sessions were ended while their tokens would still be good, so that no request has to ask the
/// database. What another instance ended is heard within a second or two, see [RevokedSessionsRefresh].
@Component
public class RevokedSessions {

	private static final Logger logger = LoggerFactory.getLogger(RevokedSessions.class);

	/// News is read again for so long: clocks differ, and what was written first may be
	/// seen last.
	private static final Duration OVERLAP = Duration.ofMinutes(2);

	/// A token may be signed a while after what it knows was read.
	private static final Duration AFTERGLOW = Duration.ofHours(1);

	private static final int MOST_PER_ACCOUNT = 100;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final AccountSettings settings;

	private final Clock clock;

	private final Map<Long, Ended> accounts = new ConcurrentHashMap<>();

	private final Map<String, Instant> sessions = new ConcurrentHashMap<>();

	/// Signed out here, and not in the database yet, because it could not be reached.
	private final Map<String, SessionToken> untold = new ConcurrentHashMap<>();

	/// The latest news heard. Empty before the first.
	private Optional<Instant> latest = Optional.empty();

	RevokedSessions(JdbcClient jdbc, TransactionOperations transactions, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	boolean include(SessionToken token) {
		Ended account = this.accounts.get(token.account().value());
		return (account != null && token.generation() < account.firstGoodGeneration())
				|| this.sessions.containsKey(token.session());
	}

	/// Asks the database itself: for what cannot wait until the news is here.
	boolean includeNow(SessionToken token) {
		return include(token) || this.jdbc.sql("SELECT EXISTS (SELECT FROM ended_session WHERE id = :session)")
			.param("session", token.session())
			.query(Boolean.class)
			.single();
	}

	/// Ends every session of earlier generations, as part of the caller's transaction.
	/// After it, [#hear] lets this instance know at once.
	public void end(AccountId account, int firstGoodGeneration) {
		this.jdbc
			.sql("""
					INSERT INTO ended_sessions (account_id, generation, ended_at) VALUES (:account, :generation, :now)
					ON CONFLICT (account_id) DO UPDATE SET generation = excluded.generation, ended_at = excluded.ended_at""")
			.param("account", account.value())
			.param("generation", firstGoodGeneration)
			.param("now", utc(this.clock.instant()))
			.update();
	}

	/// Ends one session and no other. It is over here in any case; should the database be
	/// away, the others are told once it is back.
	void signOut(SessionToken token) {
		this.sessions.put(token.session(), lastMoment(token));
		try {
			tell(token);
		}
		catch (DataAccessException | TransactionException unreachable) {
			logger.warn("A session was signed out, which other instances will hear of later", unreachable);
			this.untold.put(token.session(), token);
		}
	}

	/// Who signs out again and again ends all sessions at some time: every instance would
	/// have to remember each.
	private void tell(SessionToken token) {
		this.transactions.executeWithoutResult((_) -> {
			if (countOf(token.account()) < MOST_PER_ACCOUNT) {
				insert(token);
			}
			else {
				endAll(token.account());
			}
		});
	}

	private long countOf(AccountId account) {
		return this.jdbc.sql("SELECT count(*) FROM ended_session WHERE account_id = :account")
			.param("account", account.value())
			.query(Long.class)
			.single();
	}

	/// Ends every session of the member, on whatever device: one got lost, or into the
	/// wrong hands.
	/// @return false when the account is gone
	boolean endAllOf(AccountId member) {
		boolean known = Boolean.TRUE.equals(this.transactions.execute((_) -> endAll(member)));
		hear();
		return known;
	}

	private boolean endAll(AccountId account) {
		Optional<Integer> generation = this.jdbc.sql("""
				UPDATE account SET session_generation = session_generation + 1 WHERE id = :account
				RETURNING session_generation""").param("account", account.value()).query(Integer.class).optional();
		generation.ifPresent((firstGood) -> end(account, firstGood));
		this.jdbc.sql("DELETE FROM ended_session WHERE account_id = :account")
			.param("account", account.value())
			.update();
		return generation.isPresent();
	}

	private void insert(SessionToken token) {
		this.jdbc.sql("""
				INSERT INTO ended_session (id, account_id, ended_at, expires_at)
				VALUES (:session, :account, :now, :expiresAt) ON CONFLICT DO NOTHING""")
			.param("session", token.session())
			.param("account", token.account().value())
			.param("now", utc(this.clock.instant()))
			.param("expiresAt", utc(lastMoment(token)))
			.update();
	}

	/// One at a time, so that old news never follows new.
	public synchronized void hear() {
		this.untold.forEach((session, token) -> {
			tell(token);
			this.untold.remove(session);
		});
		Instant since = this.latest.map((heard) -> heard.minus(OVERLAP)).orElse(Instant.EPOCH);
		this.jdbc.sql("""
				SELECT account_id, generation, NULL AS session, ended_at, NULL AS expires_at
				FROM ended_sessions WHERE ended_at >= :since
				UNION ALL
				SELECT NULL, NULL, id, ended_at, expires_at FROM ended_session WHERE ended_at >= :since""")
			.param("since", utc(since))
			.query(this::note);
	}

	private void note(ResultSet row) throws SQLException {
		Instant endedAt = row.getObject("ended_at", OffsetDateTime.class).toInstant();
		String session = row.getString("session");
		if (session != null) {
			this.sessions.put(session, row.getObject("expires_at", OffsetDateTime.class).toInstant());
		}
		else {
			this.accounts.put(row.getLong("account_id"), new Ended(row.getInt("generation"), endedAt));
		}
		this.latest = this.latest.filter((heard) -> heard.isAfter(endedAt)).or(() -> Optional.of(endedAt));
	}

	/// Forgets what no token can remember, by heart and in the database.
	void removeOld() {
		Instant now = this.clock.instant();
		Instant oldestToken = now.minus(this.settings.sessionLifetime()).minus(AFTERGLOW);
		this.accounts.values().removeIf((ended) -> ended.at().isBefore(oldestToken));
		this.sessions.values().removeIf((expiresAt) -> expiresAt.isBefore(now));
		this.jdbc.sql("DELETE FROM ended_sessions WHERE ended_at < :oldestToken")
			.param("oldestToken", utc(oldestToken))
			.update();
		this.jdbc.sql("DELETE FROM ended_session WHERE expires_at < :now").param("now", utc(now)).update();
	}

	/// Forgets everything, as if it had just started.
	synchronized void forget() {
		this.accounts.clear();
		this.sessions.clear();
		this.untold.clear();
		this.latest = Optional.empty();
	}

	/// Of the last token that a session can have: one that was refreshed at the last
	/// moment.
	private Instant lastMoment(SessionToken token) {
		return token.firstSignInAt()
			.plus(this.settings.refreshLimit())
			.plus(this.settings.sessionLifetime())
			.plus(AFTERGLOW);
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/// @param firstGoodGeneration sessions of an earlier one are over
	private record Ended(int firstGoodGeneration, Instant at) {
	}

}
