package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes notices: those that are too old, and those beyond the number that a member keeps.
@Component
class NoticeCleanup {

	/// Only members with a new notice can have too many. The time covers several missed
	/// runs of the job.
	private static final Duration RECENT = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final NoticeSettings settings;

	NoticeCleanup(JdbcClient jdbc, NoticeSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/// Deletes the notices that no member sees any more.
	/// @return how many
	long deleteOld(Instant now) {
		return this.jdbc.sql("""
				DELETE FROM notice WHERE id IN (
					SELECT id FROM notice WHERE created_at < :oldest
					UNION ALL
					SELECT id FROM (
						SELECT id, row_number() OVER (PARTITION BY account_id ORDER BY created_at DESC, id) AS position
						FROM notice
						WHERE account_id IN (SELECT account_id FROM notice WHERE created_at > :recent)) AS listed
					WHERE position > :kept)""")
			.param("oldest", now.minus(this.settings.keepFor()).atOffset(ZoneOffset.UTC))
			.param("recent", now.minus(RECENT).atOffset(ZoneOffset.UTC))
			.param("kept", this.settings.kept())
			.update();
	}

}
