package com.howsmytrack.feedback.admin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Withdraws a request from its group: deletes the forms of its owner and the forms about its track. Submitted responses
/// stay.
///
/// Conversations below responses of the owner stay open. If they were closed, the other members could conclude who wrote
/// the responses.
@Component
class RequestWithdrawal {

	/// Responses and forms of the owner in the group.
	private static final String BY_OWNER = """
			SELECT theirs.id FROM feedback_request AS track
			JOIN feedback_response AS theirs
				ON theirs.feedback_request_id = track.id AND theirs.responder_id = :owner
			WHERE track.feedback_group_id = :group""";

	private static final String ABOUT_TRACK = "SELECT id FROM feedback_response WHERE feedback_request_id = :request";

	/// Responses of the owner that an earlier move separated from the group.
	private static final String SEPARATED = "SELECT id FROM feedback_response WHERE responder_request_id = :request";

	private final JdbcClient jdbc;

	private final Clock clock;

	RequestWithdrawal(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// Locks the responses and forms that a withdrawal changes, so that no form is
	/// submitted between a check and the withdrawal. In the order of ids, as the deletion
	/// of an account does.
	void lock(long request, long owner, long group) {
		this.jdbc
			.sql("SELECT id FROM feedback_response WHERE id IN (%s UNION ALL %s) ORDER BY id FOR UPDATE"
				.formatted(BY_OWNER, ABOUT_TRACK))
			.params(ids(request, owner, group))
			.query(Long.class)
			.list();
	}

	boolean hasReceivedFeedback(long request) {
		return exists("submitted_at IS NOT NULL AND id IN (%s)".formatted(ABOUT_TRACK), Map.of("request", request));
	}

	boolean hasSubmittedFeedback(long request, long owner, long group) {
		return exists("submitted_at IS NOT NULL AND id IN (%s UNION ALL %s)".formatted(BY_OWNER, SEPARATED),
				ids(request, owner, group));
	}

	boolean owesForms(long owner, long group) {
		return exists("submitted_at IS NULL AND id IN (%s)".formatted(BY_OWNER),
				Map.of("owner", owner, "group", group));
	}

	/// Before a move. The responses remain visible to both sides: to the owner of a track
	/// with the track, and to the responder with the request under which the response was
	/// written.
	/// @return the number of deleted forms
	int withdrawMoved(long request, long owner, long group) {
		Map<String, Long> ids = ids(request, owner, group);
		int forms = deleteForms(ids);
		change("""
				UPDATE feedback_response SET responder_request_id = :request
				WHERE responder_request_id IS NULL AND id IN (%s)""".formatted(BY_OWNER), ids);
		change("""
				UPDATE feedback_response AS response SET responder_request_id = theirs.id
				FROM feedback_request AS theirs
				WHERE response.feedback_request_id = :request AND response.responder_request_id IS NULL
					AND theirs.account_id = response.responder_id AND theirs.feedback_group_id = :group""", ids);
		return forms;
	}

	/// After a move back into a group: the responses are visible in the group again.
	void clearSeparation(long request) {
		change("""
				UPDATE feedback_response AS response SET responder_request_id = NULL
				FROM feedback_request AS theirs, feedback_request AS track
				WHERE theirs.id = response.responder_request_id AND track.id = response.feedback_request_id
					AND theirs.feedback_group_id = track.feedback_group_id AND :request IN (theirs.id, track.id)
					AND response.responder_request_id IS NOT NULL""", Map.of("request", request));
	}

	/// After a removal, the responders still see their responses on the track. An owner
	/// who has submitted all forms finds the received ones in the data export. The caller
	/// clears the request.
	/// @return the number of deleted forms
	int withdrawRemoved(long request, long owner, long group) {
		Map<String, Long> ids = ids(request, owner, group);
		if (!owesForms(owner, group)) {
			change("UPDATE feedback_request SET former_owner_id = :owner WHERE id = :request", ids);
		}
		int forms = deleteForms(ids);
		markAsRead("reader_id = :owner AND feedback_response_id IN (%s UNION ALL %s UNION ALL %s)".formatted(BY_OWNER,
				ABOUT_TRACK, SEPARATED), ids);
		change("UPDATE feedback_response SET allow_replies = false WHERE allow_replies AND feedback_request_id = :request",
				ids);
		return forms;
	}

	private static Map<String, Long> ids(long request, long owner, long group) {
		return Map.of("request", request, "owner", owner, "group", group);
	}

	private int deleteForms(Map<String, Long> ids) {
		return change("DELETE FROM feedback_response WHERE submitted_at IS NULL AND id IN (%s UNION ALL %s)"
			.formatted(BY_OWNER, ABOUT_TRACK), ids);
	}

	/// A reply that its reader can no longer open must not be counted as unread.
	private void markAsRead(String condition, Map<String, Long> ids) {
		this.jdbc.sql("UPDATE feedback_reply SET read_at = :now WHERE read_at IS NULL AND " + condition)
			.params(ids)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private int change(String statement, Map<String, Long> ids) {
		return this.jdbc.sql(statement).params(ids).update();
	}

	private boolean exists(String condition, Map<String, Long> ids) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM feedback_response WHERE %s)".formatted(condition))
			.params(ids)
			.query(Boolean.class)
			.single();
	}

}
