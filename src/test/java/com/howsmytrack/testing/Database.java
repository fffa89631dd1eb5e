package com.howsmytrack.testing;

import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and writes the database directly.
@Component
public class Database {

	private final JdbcClient jdbc;

	Database(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	public <T> T single(Class<T> type, String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).query(type).single();
	}

	public <T> List<T> list(Class<T> type, String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).query(type).list();
	}

	/// The id of the account of `<name>@example.com`.
	public long account(String name) {
		return single(Long.class, "SELECT id FROM account WHERE email = ?", name + "@example.com");
	}

	/// Takes the lock of the job, as a run on another instance does.
	public void lock(String job) {
		update("""
				INSERT INTO shedlock (name, lock_until, locked_at, locked_by)
				VALUES (?, timezone('utc', now()) + interval '1 minute', timezone('utc', now()), 'another instance')
				ON CONFLICT (name) DO UPDATE SET lock_until = excluded.lock_until""", job);
	}

	/// Waits until this number of sessions wait for a lock. Fails after a minute.
	public void awaitWaiting(int sessions) {
		long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		long waiting;
		do {
			if (System.nanoTime() > limit) {
				throw new AssertionError("Fewer than %d sessions wait for a lock".formatted(sessions));
			}
			// Within a transaction, the server would return its first snapshot of the
			// sessions again.
			single(Integer.class, "SELECT 1 FROM pg_stat_clear_snapshot()");
			waiting = count("pg_stat_activity WHERE wait_event_type = 'Lock'");
		}
		while (waiting < sessions);
	}

	public int update(String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).update();
	}

}
