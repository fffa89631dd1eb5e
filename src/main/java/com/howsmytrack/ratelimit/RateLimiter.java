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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.howsmytrack.ratelimit.RateLimit.Memory;
import com.howsmytrack.ratelimit.RateLimit.Try;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/// Makes throttles whose counts all instances share, in the database.
///
/// Of each subject one time is kept, at which all its tries will have come back (the "theoretical arrival time" of the
/// generic cell rate algorithm); a try moves it on by its share. So any number of rules are asked in one statement.
/// Who was refused is known by heart until the wait is over: knocking on costs the database nothing.
@Component
public class RateLimiter {

	private static final int REFUSED_KNOWN_AT_MOST = 100_000;

	private static final int REMOVED_AT_ONCE = 10_000;

	/// What is free of the capacity: a share that has not come back entirely is not.
	private static final String GRANTED = """
			greatest(0, least(:wanted, known.capacity
				- (greatest(0, known.full_at - :now) + known.step - 1) / known.step))""";

	/// In one order, so that two who give back at once do not wait for each other.
	private static final String LOCK = "SELECT id FROM rate_limit WHERE id = ANY (:ids) ORDER BY id FOR UPDATE";

	private static final String GIVE_BACK = "UPDATE rate_limit SET full_at = full_at - :count * step "
			+ "FROM locked WHERE rate_limit.id = locked.id";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Cache<String, Instant> refusedUntil = Caffeine.newBuilder()
		.maximumSize(REFUSED_KNOWN_AT_MOST)
		.build();

	RateLimiter(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// A rule to keep.
	/// @param rule what is limited, `password-reset-by-address` for example
	public RateLimit of(String rule, Rate rate) {
		return new RateLimit(this, rule, rate);
	}

	/// Counts one try under several rules: under all, or, if one of them refuses, under
	/// none.
	/// @return empty when it may go on, else how long to wait
	public Optional<Duration> tryOnce(List<Try> tries) {
		Optional<Duration> known = longest(tries.stream().flatMap((tried) -> knownRefusal(tried).stream()).toList());
		if (known.isPresent()) {
			return known;
		}
		List<Grant> grants = take(1, tries);
		List<Grant> refused = grants.stream().filter((grant) -> grant.count() == 0).toList();
		if (refused.isEmpty()) {
			return Optional.empty();
		}
		refused.forEach((grant) -> this.refusedUntil.put(grant.id(), grant.nextAt()));
		List<String> counted = grants.stream().filter((grant) -> grant.count() > 0).map(Grant::id).toList();
		giveBack(1, tries.stream().filter((tried) -> counted.contains(tried.id())).toList());
		return longest(
				refused.stream().map((grant) -> Duration.between(this.clock.instant(), grant.nextAt())).toList());
	}

	/// Takes back tries that turned out to be none, and remembers something, in one
	/// statement.
	public void giveBack(List<Try> tries, Memory memory) {
		giveBack(1, tries, """
				WITH locked AS MATERIALIZED (%s), given AS (%s)
				INSERT INTO rate_limit (id, capacity, step, full_at, granted) VALUES (:memory, 1, 1, :until, 0)
				ON CONFLICT (id) DO UPDATE SET full_at = excluded.full_at""".formatted(LOCK, GIVE_BACK),
				Map.of("memory", memory.id(), "until", micros(this.clock.instant().plus(memory.time()))));
	}

	/// Whether that was to be remembered, and the time is not over.
	public boolean remembers(Memory memory) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM rate_limit WHERE id = :id AND full_at > :now)")
			.param("id", memory.id())
			.param("now", micros(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	int takeUpTo(int wanted, Try tried) {
		return take(wanted, List.of(tried)).getFirst().count();
	}

	void giveBack(int count, List<Try> tries) {
		if (!tries.isEmpty()) {
			giveBack(count, tries, "WITH locked AS MATERIALIZED (%s) %s".formatted(LOCK, GIVE_BACK), Map.of());
		}
	}

	private void giveBack(int count, List<Try> tries, String statement, Map<String, ?> parameters) {
		List<String> ids = tries.stream().map(Try::id).toList();
		this.refusedUntil.invalidateAll(ids);
		this.jdbc.sql(statement)
			.param("ids", ids.toArray(String[]::new))
			.param("count", count)
			.params(parameters)
			.update();
	}

	private Optional<Duration> knownRefusal(Try tried) {
		Instant until = this.refusedUntil.getIfPresent(tried.id());
		Instant now = this.clock.instant();
		return (until != null && until.isAfter(now)) ? Optional.of(Duration.between(now, until)) : Optional.empty();
	}

	/// A statement and a transaction of its own: what was counted stays counted. Rows are
	/// locked in one order.
	private List<Grant> take(int wanted, List<Try> tries) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"Ask a rate limit before you begin a transaction");
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
			.param("ids", tries.stream().map(Try::id).toArray(String[]::new))
			.param("capacities", tries.stream().map(Try::capacity).toArray(Integer[]::new))
			.param("steps", tries.stream().map(Try::stepMicros).toArray(Long[]::new))
			.query(RateLimiter::grant)
			.list();
	}

	/// Forgets who has not tried anything for so long that all tries came back.
	void removeIdle() {
		int removed;
		do {
			removed = this.jdbc.sql("""
					DELETE FROM rate_limit WHERE id IN (SELECT id FROM rate_limit WHERE full_at < :now LIMIT :most)""")
				.param("now", micros(this.clock.instant()))
				.param("most", REMOVED_AT_ONCE)
				.update();
		}
		while (removed == REMOVED_AT_ONCE);
	}

	/// Forgets what it knows by heart.
	void forgetRefusals() {
		this.refusedUntil.invalidateAll();
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

	/// @param count how many tries were granted
	/// @param nextAt when one more would be, if none was
	private record Grant(String id, int count, Instant nextAt) {
	}

}
