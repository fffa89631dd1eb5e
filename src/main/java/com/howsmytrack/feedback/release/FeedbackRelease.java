package com.howsmytrack.feedback.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackReleased;
import com.howsmytrack.feedback.NotificationsChanged;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Releases all responses and replies of the latest batch. It starts half a minute after the hour, because a
/// statement that started before the hour may take a few seconds.
@Component
@JobDefinition(name = "release-feedback", cron = "30 0 * * * *")
class FeedbackRelease implements TransactionalJob {

	/// How long after the beginning of a batch a run counts as on time.
	private static final Duration ON_TIME = Duration.ofMinutes(5);

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
	/// So a reply tells the responder that one of the responses on each other track is by
	/// this owner. If no response is missing, the responder knows that already. While a
	/// response is missing, the reply excludes the member who has not responded: of two
	/// responses, a responder who knows the author of one would know the author of the
	/// other. The tracks of all other members count, because the responder may tell them
	/// of the reply.
	///
	/// Some members never respond, so the wait for the last response is limited. A reply
	/// that waited longer than the limit still needs two responses on each of these
	/// tracks. It is also held if the number of owners who replied to the responder
	/// reaches the number of responses on the responder's own track, because a later
	/// response could then only be by the remaining member. In a group of two, the author
	/// is known anyway.
	///
	/// If an operator moved one of the two members, the rule also applies to the track
	/// with which the responder wrote the response.
	private static final String IDENTIFIES_AN_AUTHOR = """
			EXISTS (
				SELECT FROM feedback_request AS track
				JOIN feedback_request AS about ON about.id <> track.id
					AND about.account_id IS NOT NULL AND about.media_type IS NOT NULL
					AND (about.feedback_group_id = track.feedback_group_id OR about.id = response.responder_request_id)
				JOIN feedback_group AS formed ON formed.id = about.feedback_group_id
				CROSS JOIN LATERAL (
					SELECT count(released_at) AS released, count(*) - count(released_at) AS missing
					FROM feedback_response WHERE feedback_request_id = about.id) AS received
				WHERE track.id = response.feedback_request_id
					AND (received.released < 2 OR (received.missing > 0 AND (formed.created_at > :waitFrom
						OR (about.account_id = response.responder_id AND received.released <= (
							SELECT count(*) FROM feedback_request AS replied
							JOIN feedback_response AS written ON written.feedback_request_id = replied.id
								AND written.responder_id = response.responder_id
							WHERE (replied.feedback_group_id = formed.id OR written.responder_request_id = about.id)
								AND EXISTS (
									SELECT FROM feedback_reply AS earlier
									WHERE earlier.feedback_response_id = written.id AND earlier.from_owner
										AND earlier.created_at <= (
											SELECT min(created_at) FROM feedback_reply
											WHERE feedback_response_id = response.id AND from_owner)))))))
					AND EXISTS (
						SELECT FROM feedback_request AS other
						WHERE other.feedback_group_id = formed.id AND other.id NOT IN (about.id, track.id)))""";

	private static final String REPLIES = """
			WITH due AS (
				SELECT reply.id FROM feedback_reply AS reply
				JOIN feedback_response AS response ON response.id = reply.feedback_response_id
				WHERE reply.released_at IS NULL AND reply.created_at < :batch AND response.released_at IS NOT NULL
					AND (NOT reply.from_owner OR :immediate OR (:onTime AND NOT %s))
				ORDER BY reply.id FOR NO KEY UPDATE OF reply
			)
			UPDATE feedback_reply SET released_at = :batch FROM due WHERE feedback_reply.id = due.id
			RETURNING feedback_reply.id, feedback_reply.reader_id""".formatted(IDENTIFIES_AN_AUTHOR);

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
	///
	/// A run that is late or started by hand releases no replies by owners. Their wait
	/// can end at any time, when a member leaves or is moved, and a reply that appears
	/// then would show that it waited.
	@Override
	@Transactional
	public Map<String, Long> run() {
		Instant now = this.clock.instant();
		Instant latest = this.schedule.latestBatch(now);
		OffsetDateTime batch = latest.atOffset(ZoneOffset.UTC);
		List<Long> responses = this.jdbc.sql(RESPONSES)
			.param("batch", batch)
			.query((row, _) -> row.getLong("id"))
			.list();
		List<ReleasedReply> replies = this.jdbc.sql(REPLIES)
			.param("batch", batch)
			.param("immediate", this.schedule.isImmediate())
			.param("onTime", now.isBefore(latest.plus(ON_TIME)))
			.param("waitFrom", this.schedule.beginningOfReplyWait(latest).atOffset(ZoneOffset.UTC))
			.query((row, _) -> new ReleasedReply(row.getLong("id"), row.getObject("reader_id", Long.class)))
			.list();
		publish(responses, replies);
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("responsesReleased", (long) responses.size());
		counts.put("repliesReleased", (long) replies.size());
		return counts;
	}

	private void publish(List<Long> responses, List<ReleasedReply> replies) {
		if (!responses.isEmpty() || !replies.isEmpty()) {
			this.events.publishEvent(new FeedbackReleased(responses, replies.stream().map(ReleasedReply::id).toList()));
		}
		Set<AccountId> readers = replies.stream()
			.map(ReleasedReply::reader)
			.filter(Objects::nonNull)
			.map(AccountId::new)
			.collect(Collectors.toSet());
		if (!readers.isEmpty()) {
			this.events.publishEvent(new NotificationsChanged(readers));
		}
	}

	/// @param reader null if the reader deleted the account
	private record ReleasedReply(long id, @Nullable Long reader) {
	}

}
