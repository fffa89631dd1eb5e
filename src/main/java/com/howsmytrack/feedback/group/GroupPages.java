package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.request.TrackAddresses;
import com.howsmytrack.persistence.BatchingReader;
import com.howsmytrack.persistence.BatchingReaders;
import com.howsmytrack.releases.ReferenceReleases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the pages about groups in one statement, for any number of groups. Each row is found through the member's own
/// request in the group, so that other groups are never read.
@Component
class GroupPages {

	private static final String ALL = """
			unnest((SELECT :members)::bigint[]) AS asked (member)
			JOIN feedback_request AS mine ON mine.account_id = asked.member""";

	private static final String ONE = """
			unnest((SELECT :members)::bigint[], (SELECT :groups)::bigint[]) AS asked (member, group_id)
			JOIN feedback_request AS mine
				ON mine.account_id = asked.member AND mine.feedback_group_id = asked.group_id""";

	/// The requests of the group, and those that are no longer in it, but about which the
	/// member wrote with the own request in this group.
	private static final String REQUESTS = """
			LATERAL (
				SELECT * FROM feedback_request AS placed WHERE placed.feedback_group_id = formed.id
				UNION ALL
				SELECT separated.* FROM feedback_response AS kept
				JOIN feedback_request AS separated ON separated.id = kept.feedback_request_id
				WHERE kept.responder_request_id = mine.id) AS request ON true""";

	private static final String OWN_REQUEST = "feedback_request AS request ON request.id = mine.id";

	private static final String NO_RESPONSE = "NULL AS response_id";

	private static final String RESPONSES = """
			LEFT JOIN feedback_response AS response ON response.feedback_request_id = request.id
				AND (response.responder_id = asked.member
					OR (request.id = mine.id AND response.released_at IS NOT NULL))
			""";

	private static final String REPLIES = """
			LEFT JOIN LATERAL (
				SELECT count(*) AS replies,
					count(*) FILTER (WHERE reply.reader_id = asked.member AND reply.read_at IS NULL) AS unread_replies
				FROM feedback_reply AS reply
				WHERE reply.feedback_response_id = response.id
					AND (reply.released_at IS NOT NULL OR reply.from_owner = (request.id = mine.id))
			) AS conversation ON response.id IS NOT NULL""";

	private final JdbcClient jdbc;

	private final BatchingReaders reads;

	private final TrackAddresses addresses;

	private final ReferenceReleases references;

	private final Map<GroupSelection, BatchingReader<AccountId, List<GroupView>>> all = new ConcurrentHashMap<>();

	private final Map<GroupSelection, BatchingReader<GroupOfMember, GroupView>> one = new ConcurrentHashMap<>();

	GroupPages(JdbcClient jdbc, BatchingReaders reads, TrackAddresses addresses, ReferenceReleases references) {
		this.jdbc = jdbc;
		this.reads = reads;
		this.addresses = addresses;
		this.references = references;
	}

	/// The newest request first.
	List<GroupView> allOf(AccountId member, GroupSelection selection) {
		return this.all.computeIfAbsent(selection, this::readAll).of(member).orElse(List.of());
	}

	/// Empty if the group does not exist or if the member is not in it.
	Optional<GroupView> oneOf(AccountId member, long groupId, GroupSelection selection) {
		return this.one.computeIfAbsent(selection, this::readOne).of(new GroupOfMember(member, groupId));
	}

	private BatchingReader<AccountId, List<GroupView>> readAll(GroupSelection selection) {
		String sql = sql(ALL, selection);
		return this.reads.of("feedbackGroups",
				(members) -> this.jdbc.sql(sql)
					.param("members", members.stream().map(AccountId::value).toArray(Long[]::new))
					.query(this::views)
					.entrySet()
					.stream()
					.collect(Collectors.groupingBy((group) -> group.getKey().member(),
							Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
	}

	private BatchingReader<GroupOfMember, GroupView> readOne(GroupSelection selection) {
		String sql = sql(ONE, selection);
		return this.reads.of("feedbackGroup",
				(asked) -> this.jdbc.sql(sql)
					.param("members", asked.stream().map((group) -> group.member().value()).toArray(Long[]::new))
					.param("groups", asked.stream().map(GroupOfMember::group).toArray(Long[]::new))
					.query(this::views));
	}

	private Map<GroupOfMember, GroupView> views(ResultSet rows) throws SQLException {
		return GroupRows.read(rows, this.addresses, this.references);
	}

	/// One row for each request in the group, with the responses that the member may see:
	/// on other requests the member's own form or response, on the member's request the
	/// released responses.
	private static String sql(String asked, GroupSelection selection) {
		String joins = (selection.responses() ? RESPONSES : "") + (selection.replyCounts() ? REPLIES : "");
		return """
				SELECT asked.member, formed.id AS group_id, formed.name, formed.created_at,
					request.id = mine.id AS own, request.feedback_group_id = formed.id AS in_group,
					request.id AS request_id, request.media_url, request.media_type, request.redirect_token,
					request.feedback_prompt, request.email_when_grouped, request.genre, %s
				FROM %s
				JOIN feedback_group AS formed ON formed.id = mine.feedback_group_id
				JOIN %s
				%s
				ORDER BY mine.created_at DESC, mine.id DESC, response_id""".formatted(
				selection.responses() ? responseColumns(selection) : NO_RESPONSE, asked,
				selection.others() ? REQUESTS : OWN_REQUEST, joins);
	}

	private static String responseColumns(GroupSelection selection) {
		return """
				response.id AS response_id, response.submitted_at IS NOT NULL AS submitted, response.allow_replies,
				response.rating, %s AS feedback, %s""".formatted(selection.texts() ? "response.feedback" : "NULL",
				selection.replyCounts() ? "conversation.replies, conversation.unread_replies"
						: "0 AS replies, 0 AS unread_replies");
	}

}
