package com.howsmytrack.feedback.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.FeedbackAnnouncements;
import com.howsmytrack.feedback.FeedbackToRead;
import com.howsmytrack.feedback.OpenForms;
import com.howsmytrack.feedback.ReplyToRead;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Marks and finds announcements in one statement each. Of two concurrent runs, the second one waits for the row locks of
/// the first and then finds the rows announced.
@Component
class JdbcFeedbackAnnouncements implements FeedbackAnnouncements {

	/// Locks in the order of ids, as the deletion of an account does.
	private static final String ANNOUNCE_FEEDBACK = """
			WITH due AS (
				SELECT response.id, request.id AS request_id, request.account_id, formed.id AS group_id, formed.name
				FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
				WHERE response.released_at > :oldest AND response.released_at <= :batch
					AND response.announced_at IS NULL AND response.rating IS NULL AND request.account_id IS NOT NULL
					AND %s
					AND NOT EXISTS (
						SELECT FROM feedback_response AS earlier
						WHERE earlier.feedback_request_id = request.id AND earlier.announced_at >= :period)
				ORDER BY response.id FOR NO KEY UPDATE OF response
			), announced AS (
				UPDATE feedback_response SET announced_at = :batch FROM due WHERE feedback_response.id = due.id
				RETURNING due.request_id, due.account_id, due.group_id, due.name
			)
			SELECT DISTINCT request_id, account_id, group_id, name, EXISTS (
				SELECT FROM feedback_response AS earlier
				WHERE earlier.feedback_request_id = announced.request_id AND earlier.announced_at IS NOT NULL) AS more
			FROM announced""".formatted(OpenForms.none("request.id", "request.account_id"));

	/// The unread replies that their reader can find in a group: the owner in the group
	/// of the track, the responder in the group of the request under which the response
	/// was written.
	private static final String UNREAD_REPLY = """
			feedback_reply AS reply
			JOIN feedback_response AS response ON response.id = reply.feedback_response_id
			JOIN feedback_request AS track ON track.id = response.feedback_request_id
			LEFT JOIN feedback_request AS separated ON separated.id = response.responder_request_id
			JOIN feedback_request AS mine ON mine.account_id = reply.reader_id
				AND mine.feedback_group_id = CASE WHEN reply.from_owner AND separated.id IS NOT NULL
					THEN separated.feedback_group_id ELSE track.feedback_group_id END
			JOIN feedback_group AS formed ON formed.id = mine.feedback_group_id
			WHERE reply.read_at IS NULL AND (reply.from_owner OR %s)"""
		.formatted(OpenForms.none("track.id", "reply.reader_id"));

	private static final String REPLY_COLUMNS = """
			reply.feedback_response_id, reply.reader_id, formed.id AS group_id, formed.name,
			NOT reply.from_owner AS own_track, NOT reply.from_owner AND response.rating IS NULL AS after_rating""";

	private static final String ANNOUNCE_REPLIES = """
			WITH due AS (
				SELECT reply.id, %s
				FROM %s
					AND reply.released_at > :oldest AND reply.released_at <= :batch AND reply.announced_at IS NULL
					AND NOT EXISTS (
						SELECT FROM feedback_reply AS earlier
						WHERE earlier.feedback_response_id = reply.feedback_response_id
							AND earlier.reader_id = reply.reader_id AND earlier.announced_at >= :batch)
				ORDER BY reply.id FOR NO KEY UPDATE OF reply
			), announced AS (
				UPDATE feedback_reply SET announced_at = :batch FROM due WHERE feedback_reply.id = due.id
				RETURNING due.*
			)
			SELECT DISTINCT feedback_response_id, reader_id, group_id, name, own_track, after_rating FROM announced"""
		.formatted(REPLY_COLUMNS, UNREAD_REPLY);

	private static final String FEEDBACK_TO_READ = """
			SELECT EXISTS (
				SELECT FROM feedback_request AS request
				JOIN feedback_response AS response ON response.feedback_request_id = request.id
				WHERE request.id = :request AND request.account_id = :owner AND request.feedback_group_id IS NOT NULL
					AND response.released_at IS NOT NULL AND response.rating IS NULL AND %s)"""
		.formatted(OpenForms.none("request.id", "request.account_id"));

	private static final String REPLY_TO_READ = """
			SELECT %s FROM %s
				AND reply.feedback_response_id = :response AND reply.reader_id = :reader AND reply.released_at IS NOT NULL
			LIMIT 1"""
		.formatted(REPLY_COLUMNS, UNREAD_REPLY);

	private final JdbcClient jdbc;

	JdbcFeedbackAnnouncements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public List<FeedbackToRead> announceFeedback(Batch batch, Instant period) {
		return statement(ANNOUNCE_FEEDBACK, batch).param("period", period.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new FeedbackToRead(row.getLong("request_id"), new AccountId(row.getLong("account_id")),
					row.getLong("group_id"), row.getString("name"), row.getBoolean("more")))
			.list();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public List<ReplyToRead> announceReplies(Batch batch) {
		return statement(ANNOUNCE_REPLIES, batch).query(JdbcFeedbackAnnouncements::reply).list();
	}

	private JdbcClient.StatementSpec statement(String sql, Batch batch) {
		return this.jdbc.sql(sql)
			.param("batch", batch.time().atOffset(ZoneOffset.UTC))
			.param("oldest", batch.oldest().atOffset(ZoneOffset.UTC));
	}

	@Override
	public boolean isFeedbackToRead(long request, AccountId owner) {
		return this.jdbc.sql(FEEDBACK_TO_READ)
			.param("request", request)
			.param("owner", owner.value())
			.query(Boolean.class)
			.single();
	}

	@Override
	public Optional<ReplyToRead> findReplyToRead(long response, AccountId reader) {
		return this.jdbc.sql(REPLY_TO_READ)
			.param("response", response)
			.param("reader", reader.value())
			.query(JdbcFeedbackAnnouncements::reply)
			.optional();
	}

	private static ReplyToRead reply(ResultSet row, int number) throws SQLException {
		return new ReplyToRead(row.getLong("feedback_response_id"), new AccountId(row.getLong("reader_id")),
				row.getLong("group_id"), row.getString("name"), row.getBoolean("own_track"),
				row.getBoolean("after_rating"));
	}

}
