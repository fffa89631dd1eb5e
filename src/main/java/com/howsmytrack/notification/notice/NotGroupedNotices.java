package com.howsmytrack.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.howsmytrack.matching.RequestsLeftPending;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the owners of requests that an assignment run left pending, in the transaction of the run. The mail goes to those
/// who asked for mail about the group of the request.
///
/// One statement reads the table of `feedback` directly: a call per request would be one statement for each of up to a
/// hundred thousand requests.
@Component
class NotGroupedNotices {

	private final JdbcClient jdbc;

	private final NoticeOutbox notices;

	private final NoticeSettings settings;

	private final Clock clock;

	NotGroupedNotices(JdbcClient jdbc, NoticeOutbox notices, NoticeSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.notices = notices;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(RequestsLeftPending event) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					WITH counted AS (
						INSERT INTO ungrouped_request (feedback_request_id, runs, last_run_on)
						SELECT request_id, 1, :today FROM unnest(:requests) AS left_pending (request_id)
						ON CONFLICT (feedback_request_id) DO UPDATE
							SET runs = ungrouped_request.runs + 1, last_run_on = excluded.last_run_on
							WHERE ungrouped_request.last_run_on < excluded.last_run_on
						RETURNING feedback_request_id, runs
					)
					INSERT INTO notice (account_id, kind, subject_id, facts, created_at, mail_due)
					SELECT request.account_id, :kind, request.id,
						jsonb_build_object('request', request.id, 'reason', CASE WHEN counted.runs >= :reasonFrom THEN :reason END),
						:now, request.email_when_grouped
					FROM counted
					JOIN feedback_request AS request ON request.id = counted.feedback_request_id
					WHERE counted.runs = ANY (:runs)
					ON CONFLICT ON CONSTRAINT notice_once_in_a_batch DO NOTHING""")
			.param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
			.param("requests", event.requests().toArray(Long[]::new))
			.param("kind", NotGrouped.KIND.name())
			.param("reason", event.reason().name())
			.param("reasonFrom", this.settings.reasonFromRun())
			.param("runs", this.settings.notGroupedRuns().toArray(Integer[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		this.notices.queueMails(NotGrouped.KIND, now);
	}

}
