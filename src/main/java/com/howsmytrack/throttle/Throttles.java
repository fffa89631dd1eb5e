package com.howsmytrack.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import org.springframework.stereotype.Component;

/// Makes throttles whose counts all instances share, in the database.
@Component
public class Throttles {

	private static final Duration KEPT_WHEN_IDLE = Duration.ofMinutes(1);

	private static final int REMOVED_AT_ONCE = 1_000;

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	Throttles(DataSource dataSource, Clock clock) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("throttle")
			.idColumn("id")
			.stateColumn("state")
			.expiresAtColumn("expires_at")
			.clientClock(new ClockMeter(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_IDLE))
			.build();
	}

	/// A rule to keep.
	/// @param rule what is limited, `password-reset-by-address` for example
	public Throttle of(String rule, Rate rate) {
		return new Throttle(this.buckets, rule, rate);
	}

	/// Forgets who has not tried anything for long.
	void removeExpired() {
		int removed;
		do {
			removed = this.buckets.removeExpired(REMOVED_AT_ONCE);
		}
		while (removed == REMOVED_AT_ONCE);
	}

	private record ClockMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
