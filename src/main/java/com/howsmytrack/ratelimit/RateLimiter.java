package com.howsmytrack.ratelimit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.howsmytrack.ratelimit.RateLimit.Attempt;
import com.howsmytrack.ratelimit.RateLimit.Flag;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/// Creates rate limits. Their counts are in the database and therefore shared by all instances, except those of a
/// [LocalRateLimit].
///
/// Implements the generic cell rate algorithm: a row holds one time, the "theoretical arrival time", at which the full
/// capacity is available again, and each attempt moves it by one step. So one statement counts an attempt under any
/// number of limits. A denied subject is cached until its waiting time is over: further attempts run no statement.
///
/// Plain SQL and no entity, because one atomic upsert has to count attempts that run at the same time.
@Component
public class RateLimiter {

	private static final int CACHED_DENIALS = 100_000;

	private static final int DELETE_BATCH_SIZE = 10_000;

	/// How many of the wanted attempts are available. An attempt that is not fully
	/// restored does not count.
	private static final String GRANTED = """
			greatest(0, least(:wanted, known.capacity
				- (greatest(0, known.full_at - :now) + known.step - 1) / known.step))""";

	/// Ordered, so that two concurrent refunds do not deadlock.
	private static final String LOCK = "SELECT id FROM rate_limit WHERE id = ANY (:ids) ORDER BY id FOR UPDATE";

	private static final String REFUND = "UPDATE rate_limit SET full_at = full_at - :count * step "
			+ "FROM locked WHERE rate_limit.id = locked.id";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final List<LocalRateLimit> localLimits = new CopyOnWriteArrayList<>();

	private final Cache<String, Instant> deniedUntil = Caffeine.newBuilder().maximumSize(CACHED_DENIALS).build();

	RateLimiter(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// Creates a limit.
	/// @param name what is limited, for example `password-reset-by-address`
	public RateLimit of(String name, Rate rate) {
		return new RateLimit(this, name, rate);
	}

	/// Creates a limit that this instance counts in memory.
	public LocalRateLimit local(Rate rate) {
		LocalRateLimit limit = new LocalRateLimit(rate, this.clock);
		this.localLimits.add(limit);
		return limit;
	}

	/// Counts one attempt under several limits: under all of them, or under none if one
	/// of them denies it.
	/// @return empty if it is allowed, otherwise the time to wait
	public Optional<Duration> tryOnce(List<Attempt> attempts) {
		Optional<Duration> cached = longest(
				attempts.stream().flatMap((attempt) -> cachedWait(attempt).stream()).toList());
		if (cached.isPresent()) {
			return cached;
		}
		List<Grant> grants = take(1, attempts);
		List<Grant> denied = grants.stream().filter((grant) -> grant.count() == 0).toList();
		if (denied.isEmpty()) {
			return Optional.empty();
		}
		denied.forEach((grant) -> this.deniedUntil.put(grant.id(), grant.nextAt()));
		List<String> counted = grants.stream().filter((grant) -> grant.count() > 0).map(Grant::id).toList();
		refund(1, attempts.stream().filter((attempt) -> counted.contains(attempt.id())).toList());
		return longest(denied.stream().map((grant) -> Duration.between(this.clock.instant(), grant.nextAt())).toList());
	}

	/// Makes attempts available again that need not count after all, and sets a flag, in
	/// one statement.
	public void refund(List<Attempt> attempts, Flag flag) {
		refund(1, attempts, """
				WITH locked AS MATERIALIZED (%s), refunded AS (%s)
				INSERT INTO rate_limit (id, capacity, step, full_at, granted) VALUES (:flag, 1, 1, :until, 0)
				ON CONFLICT (id) DO UPDATE SET full_at = excluded.full_at""".formatted(LOCK, REFUND),
				Map.of("flag", flag.id(), "until", micros(this.clock.instant().plus(flag.lifetime()))));
	}

	/// Whether the flag was set and has not expired.
	public boolean isSet(Flag flag) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM rate_limit WHERE id = :id AND full_at > :now)")
			.param("id", flag.id())
			.param("now", micros(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	int takeUpTo(int maximum, Attempt attempt) {
		return take(maximum, List.of(attempt)).getFirst().count();
	}

	void refund(int count, List<Attempt> attempts) {
		if (!attempts.isEmpty()) {
			refund(count, attempts, "WITH locked AS MATERIALIZED (%s) %s".formatted(LOCK, REFUND), Map.of());
		}
	}

	private void refund(int count, List<Attempt> attempts, String statement, Map<String, ?> parameters) {
		List<String> ids = attempts.stream().map(Attempt::id).toList();
		this.deniedUntil.invalidateAll(ids);
		this.jdbc.sql(statement)
			.param("ids", ids.toArray(String[]::new))
			.param("count", count)
			.params(parameters)
			.update();
	}

	private Optional<Duration> cachedWait(Attempt attempt) {
		Instant until = this.deniedUntil.getIfPresent(attempt.id());
		Instant now = this.clock.instant();
		return (until != null && until.isAfter(now)) ? Optional.of(Duration.between(now, until)) : Optional.empty();
	}

	/// Runs outside any transaction of the caller, so that a rollback does not undo the
	/// count. The rows are locked in one order, against deadlocks.
	private List<Grant> take(int wanted, List<Attempt> attempts) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"Call a rate limit before the transaction begins");
		return this.jdbc.sql("""
				INSERT INTO rate_limit AS known (id, capacity, step, full_at, granted)
				SELECT id, capacity, step, :now + step * least(:wanted, capacity), least(:wanted, capacity)
				FROM unnest(CAST(:ids AS text[]), CAST(:capacities AS integer[]), CAST(:steps AS bigint[]))
					AS tried (id, capacity, step)
				ORDER BY id
				ON CONFLICT (id) DO UPDATE SET
					granted = %1$s,
					full_at = greatest(known.full_at, :now) + known.step * %1$s
				RETURNING id, granted, full_at - (capacity - 1) * step AS next_at""".formatted(GRANTED))
			.param("now", micros(this.clock.instant()))
			.param("wanted", wanted)
			.param("ids", attempts.stream().map(Attempt::id).toArray(String[]::new))
			.param("capacities", attempts.stream().map(Attempt::capacity).toArray(Integer[]::new))
			.param("steps", attempts.stream().map(Attempt::stepMicros).toArray(Long[]::new))
			.query(RateLimiter::grant)
			.list();
	}

	/// Deletes rows whose full capacity is available again, and expired flags.
	void deleteExpired() {
		int deleted;
		do {
			deleted = this.jdbc.sql("""
					DELETE FROM rate_limit
					WHERE id IN (SELECT id FROM rate_limit WHERE full_at < :now LIMIT :batchSize)""")
				.param("now", micros(this.clock.instant()))
				.param("batchSize", DELETE_BATCH_SIZE)
				.update();
		}
		while (deleted == DELETE_BATCH_SIZE);
	}

	/// For tests: the database may have been emptied.
	void clearCache() {
		this.deniedUntil.invalidateAll();
		this.localLimits.forEach(LocalRateLimit::clear);
	}

	private static long micros(Instant time) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, time);
	}

	private static Optional<Duration> longest(Collection<Duration> waits) {
		return waits.stream().max(Duration::compareTo);
	}

	private static Grant grant(ResultSet row, int number) throws SQLException {
		return new Grant(row.getString("id"), row.getInt("granted"),
				Instant.EPOCH.plus(row.getLong("next_at"), ChronoUnit.MICROS));
	}

	/// @param count how many attempts were granted
	/// @param nextAt when one attempt becomes available, if none was granted
	private record Grant(String id, int count, Instant nextAt) {
	}

}
