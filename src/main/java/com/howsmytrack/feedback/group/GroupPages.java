package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the pages about groups, whole, in two statements at most, however many groups there are: one for
/// the groups, one for the responses in them. Every row is found by way of the member's own requests and
/// forms, so nothing of a stranger's group can come along.
@Component
class GroupPages {

	private static final String MEMBER_COUNTS = """
			(SELECT count(*) FROM feedback_request AS other WHERE other.feedback_group_id = formed.id
				AND other.id <> mine.id AND other.media_type IS NOT NULL) AS members,
			(SELECT count(*) FROM feedback_request AS other WHERE other.feedback_group_id = formed.id
				AND other.id <> mine.id AND other.media_type IS NULL) AS trackless_members""";

	private static final String NO_MEMBER_COUNTS = "0 AS members, 0 AS trackless_members";

	private static final String REPLY_COUNTS = """
			(SELECT count(*) FROM feedback_reply AS reply WHERE reply.feedback_response_id = response.id) AS replies,
			(SELECT count(*) FROM feedback_reply AS reply WHERE reply.feedback_response_id = response.id
				AND reply.reader_id = :member AND reply.read_at IS NULL) AS unread_replies""";

	private static final String NO_REPLY_COUNTS = "0 AS replies, 0 AS unread_replies";

	private final JdbcClient jdbc;

	GroupPages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Newest request first.
	List<GroupView> allOf(AccountId member, GroupSelection selection) {
		return read(member, null, selection);
	}

	/// Empty for a group that does not exist and for one of strangers alike.
	Optional<GroupView> oneOf(AccountId member, long groupId, GroupSelection selection) {
		return read(member, groupId, selection).stream().findFirst();
	}

	private List<GroupView> read(AccountId member, @Nullable Long groupId, GroupSelection selection) {
		String onlyThatGroup = (groupId != null) ? "AND mine.feedback_group_id = :group" : "";
		String memberCounts = selection.memberCounts() ? MEMBER_COUNTS : NO_MEMBER_COUNTS;
		List<GroupView> groups = this.jdbc.sql("""
				SELECT formed.id AS group_id, formed.name, formed.created_at, %s,
					mine.id AS request_id, mine.media_url, mine.media_type, mine.feedback_prompt,
					mine.email_when_grouped, mine.genre
				FROM feedback_request AS mine
				JOIN feedback_group AS formed ON formed.id = mine.feedback_group_id
				WHERE mine.account_id = :member %s
				ORDER BY mine.created_at DESC, mine.id DESC""".formatted(memberCounts, onlyThatGroup))
			.param("member", member.value())
			.param("group", groupId)
			.query(GroupPages::group)
			.list();
		// In this order: a group that is formed between the two would be one without
		// forms.
		Map<Long, List<ResponseRow>> responses = selection.responses()
				? responsesByGroup(member, groupId, selection.replyCounts()) : Map.of();
		return groups.stream().map((group) -> with(group, responses.getOrDefault(group.id(), List.of()))).toList();
	}

	private Map<Long, List<ResponseRow>> responsesByGroup(AccountId member, @Nullable Long groupId,
			boolean withReplyCounts) {
		String onlyThatGroup = (groupId != null) ? "AND request.feedback_group_id = :group" : "";
		return this.jdbc.sql("""
				SELECT true AS written_by_member, request.feedback_group_id, response.id,
					response.feedback, response.submitted_at IS NOT NULL AS submitted, response.allow_replies,
					NULL::smallint AS rating,
					request.id AS request_id, request.media_url, request.media_type, request.feedback_prompt,
					NULL::boolean AS email_when_grouped, request.genre, %2$s
				FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				WHERE response.responder_id = :member %1$s
				UNION ALL
				SELECT false, request.feedback_group_id, response.id,
					response.feedback, true, response.allow_replies,
					response.rating,
					request.id, request.media_url, request.media_type, request.feedback_prompt,
					request.email_when_grouped, request.genre, %2$s
				FROM feedback_request AS request
				JOIN feedback_response AS response ON response.feedback_request_id = request.id
				WHERE request.account_id = :member AND response.submitted_at IS NOT NULL %1$s
				ORDER BY id""".formatted(onlyThatGroup, withReplyCounts ? REPLY_COUNTS : NO_REPLY_COUNTS))
			.param("member", member.value())
			.param("group", groupId)
			.query(GroupPages::response)
			.list()
			.stream()
			.collect(Collectors.groupingBy(ResponseRow::groupId));
	}

	private static GroupView group(ResultSet row, int number) throws SQLException {
		return new GroupView(row.getLong("group_id"), row.getString("name"), utc(row, "created_at"), request(row),
				row.getInt("members"), row.getInt("trackless_members"), List.of(), List.of());
	}

	private static GroupView with(GroupView group, List<ResponseRow> responses) {
		Map<Boolean, List<ResponseView>> byWriter = responses.stream()
			.collect(Collectors.partitioningBy(ResponseRow::writtenByMember,
					Collectors.mapping(ResponseRow::response, Collectors.toList())));
		return group.with(byWriter.getOrDefault(true, List.of()), byWriter.getOrDefault(false, List.of()));
	}

	private static ResponseRow response(ResultSet row, int number) throws SQLException {
		ResponseView response = new ResponseView(row.getLong("id"), request(row), row.getString("feedback"),
				row.getBoolean("submitted"), row.getObject("rating", Integer.class), row.getBoolean("allow_replies"),
				row.getInt("replies"), row.getInt("unread_replies"));
		return new ResponseRow(row.getLong("feedback_group_id"), row.getBoolean("written_by_member"), response);
	}

	private static RequestView request(ResultSet row) throws SQLException {
		String mediaUrl = row.getString("media_url");
		// Of a track whose owner left, the type alone is kept.
		String mediaType = (mediaUrl != null) ? row.getString("media_type") : null;
		return new RequestView(row.getLong("request_id"), mediaUrl, mediaType, row.getString("feedback_prompt"),
				row.getObject("email_when_grouped", Boolean.class), row.getString("genre"));
	}

	private static OffsetDateTime utc(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
	}

	private record ResponseRow(long groupId, boolean writtenByMember, ResponseView response) {
	}

}
