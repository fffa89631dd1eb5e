package com.howsmytrack.feedback.release;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Releases all responses and replies of the latest batch. It starts half a minute after a multiple of the interval,
/// because a statement that started before the multiple may take a few seconds.
@Component
@JobDefinition(name = "release-feedback", cron = "30 */5 * * * *")
class FeedbackRelease implements TransactionalJob {

	/// In the order of ids, as the deletion of an account locks responses. Otherwise the
	/// two could deadlock.
	private static final String RESPONSES = """
			WITH due AS (
				SELECT id FROM feedback_response
				WHERE submitted_at IS NOT NULL AND released_at IS NULL AND submitted_at < :batch
				ORDER BY id FOR NO KEY UPDATE
			)
			UPDATE feedback_response SET released_at = :batch FROM due WHERE feedback_response.id = due.id
			RETURNING feedback_response.id""";

	/// The owner of a track can reply only after submitting all own forms of the group.
	/// So a reply tells the responder that the owner's response on the responder's own
	/// track is among those submitted. While only one is visible, the reply would
	/// identify its author. In a group of two, the author is known anyway.
	private static final String IDENTIFIES_A_RESPONSE = """
			EXISTS (
				SELECT FROM feedback_request AS track
				JOIN feedback_request AS own ON own.feedback_group_id = track.feedback_group_id
					AND own.account_id = response.responder_id AND own.media_type IS NOT NULL
				WHERE track.id = response.feedback_request_id
					AND (SELECT count(*) FROM feedback_response AS received
						WHERE received.feedback_request_id = own.id AND received.released_at IS NOT NULL) < 2
					AND (SELECT count(*) FROM feedback_request AS other
						WHERE other.feedback_group_id = own.feedback_group_id AND other.id <> own.id) > 1)""";

	private static final String REPLIES = """
			WITH due AS (
				SELECT reply.id FROM feedback_reply AS reply
				JOIN feedback_response AS response ON response.id = reply.feedback_response_id
				WHERE reply.released_at IS NULL AND reply.created_at < :batch AND response.released_at IS NOT NULL
					AND (NOT reply.from_owner OR :immediate OR NOT %s)
				ORDER BY reply.id FOR NO KEY UPDATE OF reply
			)
			UPDATE feedback_reply SET released_at = :batch FROM due WHERE feedback_reply.id = due.id
			RETURNING feedback_reply.id""".formatted(IDENTIFIES_A_RESPONSE);

	private final JdbcClient jdbc;

	private final ReleaseSchedule schedule;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	FeedbackRelease(JdbcClient jdbc, ReleaseSchedule schedule, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.schedule = schedule;
		this.events = events;
		this.clock = clock;
	}

	/// Responses come first, because the rule for replies counts them.
	@Override
	@Transactional
	public Map<String, Long> run() {
		OffsetDateTime batch = this.schedule.latestBatch(this.clock.instant()).atOffset(ZoneOffset.UTC);
		List<Long> responses = release(RESPONSES, Map.of("batch", batch));
		List<Long> replies = release(REPLIES, Map.of("batch", batch, "immediate", this.schedule.isImmediate()));
		if (!responses.isEmpty() || !replies.isEmpty()) {
			this.events.publishEvent(new FeedbackReleased(responses, replies));
		}
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("responsesReleased", (long) responses.size());
		counts.put("repliesReleased", (long) replies.size());
		return counts;
	}

	private List<Long> release(String statement, Map<String, ?> parameters) {
		return this.jdbc.sql(statement).params(parameters).query((row, _) -> row.getLong("id")).list();
	}

}
