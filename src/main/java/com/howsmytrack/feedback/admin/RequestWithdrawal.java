package com.howsmytrack.feedback.admin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Withdraws a request from its group: deletes the forms of its owner and the forms about its track, and marks replies
/// as read that can no longer be read.
///
/// Conversations below responses of the owner stay open, although the owner no longer sees the group. If they were
/// closed, the other members could conclude who wrote the responses.
@Component
class RequestWithdrawal {

	/// Responses and forms of the owner in the group.
	private static final String BY_OWNER = """
			SELECT theirs.id FROM feedback_request AS track
			JOIN feedback_response AS theirs
				ON theirs.feedback_request_id = track.id AND theirs.responder_id = :owner
			WHERE track.feedback_group_id = :group""";

	private static final String ABOUT_TRACK = "SELECT id FROM feedback_response WHERE feedback_request_id = :request";

	private final JdbcClient jdbc;

	private final Clock clock;

	RequestWithdrawal(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean hasFeedback(long request) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM feedback_response
					WHERE feedback_request_id = :request AND submitted_at IS NOT NULL)""")
			.param("request", request)
			.query(Boolean.class)
			.single();
	}

	/// After a move, the owner still sees the responses on the track, but their
	/// responders do not.
	/// @return the number of deleted forms
	int withdrawMoved(long request, long owner, @Nullable Long group) {
		if (group == null) {
			return 0;
		}
		Map<String, Long> ids = Map.of("request", request, "owner", owner, "group", group);
		int forms = deleteForms(ids);
		markAsRead("reader_id = :owner AND feedback_response_id IN (%s)".formatted(BY_OWNER), ids);
		markAsRead("reader_id <> :owner AND feedback_response_id IN (%s)".formatted(ABOUT_TRACK), ids);
		return forms;
	}

	/// After a removal, the responders still see their responses on the track, but the
	/// owner does not. The caller clears the request.
	/// @return the number of deleted forms
	int withdrawRemoved(long request, long owner, long group) {
		Map<String, Long> ids = Map.of("request", request, "owner", owner, "group", group);
		int forms = deleteForms(ids);
		markAsRead("reader_id = :owner AND feedback_response_id IN (%s UNION ALL %s)".formatted(BY_OWNER, ABOUT_TRACK),
				ids);
		change("UPDATE feedback_response SET allow_replies = false WHERE allow_replies AND feedback_request_id = :request",
				ids);
		return forms;
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

}
