package com.howsmytrack.feedback.release;

/// SQL that reads the replies to a response as one side sees them: its own replies, and the released replies of the other
/// side. The times and the order are those at which this side could see the replies, so they do not reveal when the other
/// member wrote them.
public final class VisibleReplies {

	/// The order of a conversation, for replies with the alias `reply`. Replies of one
	/// batch have one writer, so their order reveals nothing.
	public static final String ORDER = "reply.seen_at, reply.created_at, reply.id";

	private VisibleReplies() {
	}

	/// A subquery with the columns `id`, `text`, `allow_replies`, `mine` and `time`, and
	/// the columns of [#ORDER].
	/// @param response the id of the response, in SQL
	/// @param mine the condition for replies that this side wrote, in SQL
	public static String of(String response, String mine) {
		return """
				(SELECT id, text, allow_replies, created_at, mine, seen_at,
					CASE WHEN mine THEN seen_at ELSE date_trunc('hour', seen_at, 'UTC') END AS time
				FROM feedback_reply
				CROSS JOIN LATERAL (SELECT %s AS mine) AS side
				CROSS JOIN LATERAL (SELECT CASE WHEN mine THEN created_at ELSE released_at END AS seen_at) AS seen
				WHERE feedback_response_id = %s AND seen_at IS NOT NULL)""".formatted(mine, response);
	}

}
