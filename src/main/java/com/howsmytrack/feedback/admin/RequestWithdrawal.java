package com.howsmytrack.feedback.admin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A request leaves its group: what waits for its owner there, or for its track, stops waiting.
///
/// Conversations below what the owner wrote stay open, though its owner will not see the group any more: that they end just
/// then would tell who wrote it.
@Component
class RequestWithdrawal {

	/// What the owner wrote, or was to write, in the group.
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

	/// Those who wrote about the track do not see it any more, the owner does.
	/// @return how many forms went
	int ofMoved(long request, long owner, @Nullable Long group) {
		if (group == null) {
			return 0;
		}
		Map<String, Long> exit = Map.of("request", request, "owner", owner, "group", group);
		int forms = removeForms(exit);
		markAsRead("reader_id = :owner AND feedback_response_id IN (%s)".formatted(BY_OWNER), exit);
		markAsRead("reader_id <> :owner AND feedback_response_id IN (%s)".formatted(ABOUT_TRACK), exit);
		return forms;
	}

	/// Those who wrote about the track still see what they wrote, the owner does not.
	/// @return how many forms went
	int ofRemoved(long request, long owner, long group) {
		Map<String, Long> exit = Map.of("request", request, "owner", owner, "group", group);
		int forms = removeForms(exit);
		markAsRead("reader_id = :owner AND feedback_response_id IN (%s UNION ALL %s)".formatted(BY_OWNER, ABOUT_TRACK),
				exit);
		change("UPDATE feedback_response SET allow_replies = false WHERE allow_replies AND feedback_request_id = :request",
				exit);
		// Of the track, that there was one: it still counts as a member of its group.
		change("""
				UPDATE feedback_request
				SET account_id = NULL, media_url = NULL, feedback_prompt = NULL, email_when_grouped = false
				WHERE id = :request""", exit);
		return forms;
	}

	private int removeForms(Map<String, Long> exit) {
		return change("DELETE FROM feedback_response WHERE submitted_at IS NULL AND id IN (%s UNION ALL %s)"
			.formatted(BY_OWNER, ABOUT_TRACK), exit);
	}

	/// What nobody can get to must not wait for them.
	private void markAsRead(String condition, Map<String, Long> exit) {
		this.jdbc.sql("UPDATE feedback_reply SET read_at = :now WHERE read_at IS NULL AND " + condition)
			.params(exit)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private int change(String statement, Map<String, Long> exit) {
		return this.jdbc.sql(statement).params(exit).update();
	}

}
