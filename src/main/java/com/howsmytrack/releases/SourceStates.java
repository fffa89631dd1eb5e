package com.howsmytrack.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.persistence.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `release_source`. It is in the database, so that a pause that a music service requested holds for all instances
/// and after a restart.
///
/// A state has no entity: each change is one upsert, also by the command line, which has no Hibernate.
@Component
class SourceStates {

	private static final String SERVICE = "service";

	private static final String NOW = "now";

	/// Doubling more often exceeds the longest pause anyway.
	private static final int MOST_DOUBLINGS = 20;

	private final JdbcClient jdbc;

	private final ReleaseSettings settings;

	SourceStates(JdbcClient jdbc, ReleaseSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/// The states of all music services, in the order of the enum.
	List<SourceState> all() {
		Map<MusicService, SourceState> found = new EnumMap<>(MusicService.class);
		this.jdbc.sql("""
				SELECT source, last_success_at, last_failure_at, last_error, failures, next_try_at
				FROM release_source""")
			.query(SourceStates::read)
			.list()
			.forEach((state) -> found.put(state.service(), state));
		return Arrays.stream(MusicService.values())
			.map((service) -> found.getOrDefault(service, SourceState.unknown(service)))
			.toList();
	}

	SourceState of(MusicService service) {
		return all().stream().filter((state) -> state.service() == service).findFirst().orElseThrow();
	}

	/// Whether the service can be called now. A time that is further away than the
	/// longest pause was stored by a process
	/// whose clock was wrong, and does not count.
	boolean isDue(SourceState state, Instant now) {
		return state.nextTryAt() == null || !state.nextTryAt().isAfter(now)
				|| state.nextTryAt().isAfter(now.plus(this.settings.longestDelay()));
	}

	/// Records that all pages were read.
	void succeeded(MusicService service, Instant now) {
		this.jdbc.sql("""
				INSERT INTO release_source (source, last_success_at) VALUES (:service, :now)
				ON CONFLICT (source) DO UPDATE SET last_success_at = excluded.last_success_at, failures = 0,
					next_try_at = NULL""").param(SERVICE, service.name()).param(NOW, Timestamps.utc(now)).update();
	}

	/// Records a failure, and when the service may be called again: after the pause that
	/// it requests, or after one that
	/// doubles with each failure.
	/// @param before the state before the call
	void failed(SourceState before, SourceException failure, Instant now) {
		Duration longest = this.settings.longestDelay();
		Duration wait = failure.isRefusal() ? longest
				: failure.requestedWait().orElseGet(() -> growing(before.failures()));
		this.jdbc.sql("""
				INSERT INTO release_source (source, last_failure_at, last_error, failures, next_try_at)
				VALUES (:service, :now, :error, 1, :next)
				ON CONFLICT (source) DO UPDATE SET last_failure_at = excluded.last_failure_at,
					last_error = excluded.last_error, failures = release_source.failures + 1,
					next_try_at = excluded.next_try_at""")
			.param(SERVICE, before.service().name())
			.param(NOW, Timestamps.utc(now))
			.param("error", failure.message())
			.param("next", Timestamps.utc(now.plus((wait.compareTo(longest) < 0) ? wait : longest)))
			.update();
	}

	private Duration growing(int failures) {
		Duration wait = this.settings.retryDelay();
		for (int doubled = 0; doubled < Math.min(failures, MOST_DOUBLINGS)
				&& wait.compareTo(this.settings.longestDelay()) < 0; doubled++) {
			wait = wait.multipliedBy(2);
		}
		return wait;
	}

	private static SourceState read(ResultSet row, int number) throws SQLException {
		return new SourceState(MusicService.valueOf(row.getString("source")),
				Timestamps.instantOrNull(row, "last_success_at"), Timestamps.instantOrNull(row, "last_failure_at"),
				row.getString("last_error"), row.getInt("failures"), Timestamps.instantOrNull(row, "next_try_at"));
	}

}
