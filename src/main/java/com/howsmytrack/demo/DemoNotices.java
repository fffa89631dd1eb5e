package com.howsmytrack.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/// Inserts the notices about the feedback and the replies of the story, at full hours. Those about read replies, and
/// those about feedback that are older than two days, are marked as read. No mails follow. It must run after [DemoRows].
final class DemoNotices {

	private static final String SINCE = "interval '60 days'";

	private final NamedParameterJdbcTemplate jdbc;

	private final Instant now;

	DemoNotices(NamedParameterJdbcTemplate jdbc, Instant now) {
		this.jdbc = jdbc;
		this.now = now;
	}

	/// For each track whose owner has submitted all forms and has received a response.
	void insertAboutFeedback() {
		insert("""
				SELECT request.account_id, 'feedback-readable', request.id,
					jsonb_build_object('group', formed.id, 'groupName', formed.name, 'request', request.id, 'more', false),
					greatest(max(own.submitted_at), min(received.released_at)) AS told_at,
					max(own.submitted_at) < :now - interval '2 days' AS seen
				FROM feedback_request AS request
				JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
				JOIN feedback_response AS received ON received.feedback_request_id = request.id
					AND received.released_at IS NOT NULL
				JOIN feedback_request AS about ON about.feedback_group_id = formed.id
				JOIN feedback_response AS own ON own.feedback_request_id = about.id AND own.responder_id = request.account_id
				WHERE formed.created_at > :now - %s
				GROUP BY request.id, formed.id
				HAVING bool_and(own.submitted_at IS NOT NULL)"""
			.formatted(SINCE));
	}

	/// For each conversation with replies to a member.
	void insertAboutReplies() {
		insert("""
				SELECT reply.reader_id, 'reply-waiting', response.id,
					jsonb_build_object('group', formed.id, 'groupName', formed.name, 'response', response.id,
						'ownTrack', NOT reply.from_owner, 'afterRating', NOT reply.from_owner AND response.rating IS NULL),
					max(reply.released_at) AS told_at, bool_and(reply.read_at IS NOT NULL) AS seen
				FROM feedback_reply AS reply
				JOIN feedback_response AS response ON response.id = reply.feedback_response_id
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
				WHERE reply.released_at > :now - %s AND reply.reader_id IS NOT NULL
				GROUP BY reply.reader_id, reply.from_owner, response.id, formed.id"""
			.formatted(SINCE));
	}

	private void insert(String notices) {
		this.jdbc.update("""
				WITH told (account_id, kind, subject_id, facts, told_at, seen) AS (%s)
				INSERT INTO notice (account_id, kind, subject_id, facts, created_at, read_at, mail_due)
				SELECT account_id, kind, subject_id, facts, batch,
					CASE WHEN seen THEN batch END, false
				FROM told
				CROSS JOIN LATERAL (SELECT date_trunc('hour', told_at, 'UTC') + interval '1 hour' AS batch) AS batched
				WHERE batch <= :now""".formatted(notices), Map.of("now", this.now.atOffset(ZoneOffset.UTC)));
	}

}
