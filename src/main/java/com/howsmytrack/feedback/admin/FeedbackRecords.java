package com.howsmytrack.feedback.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.persistence.CustomPlans;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.StorableText;
import com.howsmytrack.persistence.Timestamps;
import graphql.relay.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads requests, responses and replies for operators, each page of a list in one statement, the newest first.
/// The ids of responses and replies are random: responses are ordered by their request, and replies by their time. The
/// lists join `account` for the addresses of members.
///
/// In the operator's own groups ([OwnGroups]), the owners of requests are hidden, and responses and replies are left out. A
/// list of forms and responses would already reveal writers: when a member leaves, the forms of the member disappear from
/// it, and the responses that stay are by other members. Filters by owner leave out own groups, so that the filter does
/// not reveal the owner. A search in texts is a condition of the same statement, so it finds nothing that the list leaves out.
@Component
class FeedbackRecords {

	private static final String OPERATOR = "operator";

	private static final String IN_OWN_GROUP = "coalesce(request.feedback_group_id IN (%s), false)"
		.formatted(OwnGroups.IDS);

	private static final String NOT_IN_OWN_GROUP = "NOT " + IN_OWN_GROUP;

	/// The request is in a subquery, because with a join PostgreSQL could read all
	/// requests first.
	private static final String RESPONSE_NOT_IN_OWN_GROUP = """
			NOT (SELECT %s FROM feedback_request AS request WHERE request.id = response.feedback_request_id)"""
		.formatted(OwnGroups.HAS_RESPONSE);

	private static final String REQUESTS = """
			SELECT request.id, request.account_id, coalesce(account.email_as_typed, account.email) AS email, request.media_url, request.media_type, request.genre,
				request.feedback_prompt, request.email_when_grouped, request.feedback_group_id, request.created_at,
				%s AND request.account_id <> :operator AS hidden
			FROM feedback_request AS request
			LEFT JOIN account ON account.id = request.account_id"""
		.formatted(IN_OWN_GROUP);

	private static final String RESPONSES = """
			SELECT response.id, response.feedback_request_id, request.feedback_group_id, response.responder_id,
				coalesce(writer.email_as_typed, writer.email) AS writer_email, response.owner_id, coalesce(owner.email_as_typed, owner.email) AS owner_email, response.feedback,
				response.allow_replies, response.submitted_at, response.rating
			FROM feedback_response AS response
			JOIN feedback_request AS request ON request.id = response.feedback_request_id
			LEFT JOIN account AS writer ON writer.id = response.responder_id
			LEFT JOIN account AS owner ON owner.id = response.owner_id""";

	private static final String REPLIES = """
			SELECT reply.id, reply.feedback_response_id, reply.from_owner, writer.id AS writer_id,
				coalesce(writer.email_as_typed, writer.email) AS writer_email, reply.text, reply.allow_replies, reply.created_at, reply.read_at
			FROM feedback_reply AS reply
			JOIN feedback_response AS response ON response.id = reply.feedback_response_id
			LEFT JOIN account AS writer
				ON writer.id = CASE WHEN reply.from_owner THEN response.owner_id ELSE response.responder_id END""";

	/// By request, because no index finds responses by the owner of the track.
	private static final String ON_TRACKS_OF_OWNER = """
			response.feedback_request_id IN (SELECT id FROM feedback_request WHERE account_id = :owner)""";

	/// Replies to responses that the member wrote, and replies of the member to responses
	/// on own tracks. It is a union, because an `OR` would read the whole table.
	private static final String BY_WRITER = """
			reply.id IN (
				SELECT theirs.id FROM feedback_response AS written
				JOIN feedback_reply AS theirs ON theirs.feedback_response_id = written.id AND NOT theirs.from_owner
				WHERE written.responder_id = :writer
				UNION ALL
				SELECT theirs.id FROM feedback_request AS track
				JOIN feedback_response AS received ON received.feedback_request_id = track.id
				JOIN feedback_reply AS theirs ON theirs.feedback_response_id = received.id AND theirs.from_owner
				WHERE track.account_id = :writer)""";

	private static final String IN_GROUP = """
			response.feedback_request_id IN (SELECT id FROM feedback_request WHERE feedback_group_id = :group)""";

	private final JdbcClient jdbc;

	private final CustomPlans plans;

	FeedbackRecords(JdbcClient jdbc, CustomPlans plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/// A URL that cannot be stored matches no request.
	/// @param operator the account that reads
	Connection<RequestRecord> requests(long operator, RequestFilter filter, PageArguments page) {
		KeysetQuery query = KeysetQuery.of(REQUESTS, "request.id")
			.with(OPERATOR, operator)
			.where("request.account_id = :person", "person", filter.person())
			.where("request.feedback_group_id = :group", "group", filter.group())
			.where("request.genre = :genre", "genre", storable(filter.genre()))
			.where("request.media_url = :mediaUrl", "mediaUrl", storable(filter.mediaUrl()))
			.where("(request.media_url ILIKE :text OR request.feedback_prompt ILIKE :text)", "text",
					pattern(filter.text()))
			.whereIs("request.feedback_group_id IS NULL", filter.pending());
		if (filter.person() != null && filter.person() != operator) {
			query.where(NOT_IN_OWN_GROUP);
		}
		return PageConnections.of(
				this.plans.read(filter.text(), () -> query.read(this.jdbc, page.range(), FeedbackRecords::request)),
				RequestRecord::id);
	}

	/// Empty if it does not exist.
	/// @param operator the account that reads
	Optional<RequestRecord> request(long operator, long id) {
		return KeysetQuery.of(REQUESTS, "request.id")
			.with(OPERATOR, operator)
			.one(this.jdbc, id, FeedbackRecords::request);
	}

	/// The responses that match the filter, without those in own groups of the operator.
	/// Includes forms, unless the filter excludes them.
	/// @param operator the account that reads
	Connection<ResponseRecord> responses(long operator, ResponseFilter filter, PageArguments page) {
		Boolean isForm = (filter.submitted() != null) ? !filter.submitted() : null;
		KeysetQuery query = outsideOwnGroups(RESPONSES, "response.id", operator)
			.orderedBy("response.feedback_request_id")
			.where("response.responder_id = :writer", "writer", filter.writer())
			.where(ON_TRACKS_OF_OWNER, "owner", filter.owner())
			.where("request.feedback_group_id = :group", "group", filter.group())
			.where("response.feedback_request_id = :request", "request", filter.request())
			.where("response.feedback ILIKE :text", "text", pattern(filter.text()))
			.whereIs("response.submitted_at IS NULL", isForm);
		return PageConnections.ofPositions(
				this.plans.read(filter.text(),
						() -> query.read(this.jdbc, page.positions(), FeedbackRecords::response)),
				ResponseRecord::position);
	}

	/// Empty if it does not exist, or is in an own group of the operator.
	/// @param operator the account that reads
	Optional<ResponseRecord> response(long operator, long id) {
		return outsideOwnGroups(RESPONSES, "response.id", operator).one(this.jdbc, id, FeedbackRecords::response);
	}

	/// The replies that match the filter, without those in own groups of the operator.
	/// @param operator the account that reads
	Connection<ReplyRecord> replies(long operator, ReplyFilter filter, PageArguments page) {
		KeysetQuery query = outsideOwnGroups(REPLIES, "reply.id", operator).orderedByTime("reply.created_at")
			.where("reply.feedback_response_id = :response", "response", filter.response())
			.where(BY_WRITER, "writer", filter.writer())
			.where(IN_GROUP, "group", filter.group())
			.where("reply.text ILIKE :text", "text", pattern(filter.text()));
		return PageConnections.ofPositions(
				this.plans.read(filter.text(), () -> query.read(this.jdbc, page.positions(), FeedbackRecords::reply)),
				ReplyRecord::position);
	}

	/// Empty if it does not exist, or is in an own group of the operator.
	/// @param operator the account that reads
	Optional<ReplyRecord> reply(long operator, long id) {
		return outsideOwnGroups(REPLIES, "reply.id", operator).one(this.jdbc, id, FeedbackRecords::reply);
	}

	/// Empty if the member is unrated, and for another member if the operator has an own
	/// group: from the mean of a member and the ratings in other groups, the operator
	/// could calculate which rating in the own group the member got. It is empty for all
	/// other members, so that it does not tell who is in the group.
	/// @param operator the account that reads
	Optional<Double> ratingOf(long operator, long person) {
		return this.jdbc.sql("""
				SELECT rating FROM member_rating
				WHERE account_id = :person AND (account_id = :operator OR NOT EXISTS (%s))""".formatted(OwnGroups.IDS))
			.param("person", person)
			.param(OPERATOR, operator)
			.query(Double.class)
			.optional();
	}

	private static @Nullable String pattern(@Nullable SearchText text) {
		return (text != null) ? text.pattern() : null;
	}

	private static KeysetQuery outsideOwnGroups(String select, String id, long operator) {
		return KeysetQuery.of(select, id).with(OPERATOR, operator).where(RESPONSE_NOT_IN_OWN_GROUP);
	}

	private static @Nullable String storable(@Nullable String text) {
		return (text == null || StorableText.accepts(text)) ? text : "";
	}

	private static RequestRecord request(ResultSet row, int number) throws SQLException {
		boolean hidden = row.getBoolean("hidden");
		return new RequestRecord(row.getLong("id"), hidden ? null : row.getObject("account_id", Long.class),
				hidden ? null : row.getString("email"), row.getString("media_url"), row.getString("media_type"),
				row.getString("genre"), row.getString("feedback_prompt"), row.getBoolean("email_when_grouped"),
				row.getObject("feedback_group_id", Long.class), Timestamps.utc(row, "created_at"));
	}

	private static ResponseRecord response(ResultSet row, int number) throws SQLException {
		return new ResponseRecord(row.getLong("id"), row.getLong("feedback_request_id"),
				row.getObject("feedback_group_id", Long.class), row.getObject("responder_id", Long.class),
				row.getString("writer_email"), row.getObject("owner_id", Long.class), row.getString("owner_email"),
				row.getString("feedback"), row.getBoolean("allow_replies"), Timestamps.utcOrNull(row, "submitted_at"),
				row.getObject("rating", Integer.class));
	}

	private static ReplyRecord reply(ResultSet row, int number) throws SQLException {
		return new ReplyRecord(row.getLong("id"), row.getLong("feedback_response_id"), row.getBoolean("from_owner"),
				row.getObject("writer_id", Long.class), row.getString("writer_email"), row.getString("text"),
				row.getBoolean("allow_replies"), Timestamps.utc(row, "created_at"),
				Timestamps.utcOrNull(row, "read_at"));
	}

}
