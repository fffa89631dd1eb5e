package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.OpenForms;
import com.howsmytrack.feedback.request.RequestView;
import com.howsmytrack.feedback.request.TrackAddresses;
import com.howsmytrack.graphql.SelectedFields;
import com.howsmytrack.releases.ReferencePage;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.track.PageTracks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads single responses, for the payloads of mutations. A member sees a response here only if the page of a group shows
/// it to the member, with the same content; see [GroupPages].
@Component
public class ResponsePage {

	private static final String WRITTEN = """
			response.responder_id = :member AND EXISTS (
				SELECT FROM feedback_request AS mine
				WHERE mine.account_id = :member AND (mine.feedback_group_id = request.feedback_group_id
					OR (mine.id = response.responder_request_id AND mine.feedback_group_id IS NOT NULL)))""";

	private static final String RECEIVED = """
			response.owner_id = :member AND request.feedback_group_id IS NOT NULL AND response.released_at IS NOT NULL
				AND %s""".formatted(OpenForms.none("request.id", ":member"));

	private static final String OWN = "response.owner_id IS NOT DISTINCT FROM :member";

	private static final String REPLIES = """
			CROSS JOIN LATERAL (
				SELECT count(*) AS replies,
					count(*) FILTER (WHERE reply.reader_id = :member AND reply.read_at IS NULL) AS unread_replies
				FROM feedback_reply AS reply
				WHERE reply.feedback_response_id = response.id
					AND (reply.released_at IS NOT NULL OR reply.from_owner = (%s))) AS conversation""".formatted(OWN);

	private static final String NO_REPLIES = "CROSS JOIN (SELECT 0 AS replies, 0 AS unread_replies) AS conversation";

	/// Only released replies to the member: another id does not show whether it exists.
	private static final String OF_REPLIES = """
			ANY (ARRAY(SELECT reply.feedback_response_id FROM feedback_reply AS reply
				WHERE reply.id = ANY (:replies) AND reply.reader_id = :member AND reply.released_at IS NOT NULL))""";

	private final JdbcClient jdbc;

	private final TrackAddresses addresses;

	private final ReferenceReleases references;

	ResponsePage(JdbcClient jdbc, TrackAddresses addresses, ReferenceReleases references) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.references = references;
	}

	/// Empty if the member may not see the response.
	public Optional<ResponseView> of(AccountId member, long responseId, SelectedFields selection) {
		return find(member, ":response", "response", responseId, selection).stream().findFirst();
	}

	/// The responses to which these replies belong, by id. Replies by the member, and
	/// replies that are not released, are ignored.
	public List<ResponseView> ofReplies(AccountId member, Collection<Integer> replyIds, SelectedFields selection) {
		Long[] ids = replyIds.stream().map(Integer::longValue).toArray(Long[]::new);
		return find(member, OF_REPLIES, "replies", ids, selection);
	}

	private List<ResponseView> find(AccountId member, String ids, String parameter, Object value,
			SelectedFields selection) {
		boolean replyCounts = selection.containAnyOf("replies", "unreadReplies");
		PageTracks page = this.addresses.page();
		ReferencePage referencePage = this.references.page(member);
		return this.jdbc.sql("""
				SELECT response.id, response.feedback, response.submitted_at IS NOT NULL AS submitted, response.rating,
					response.allow_replies, %s AS own, conversation.replies, conversation.unread_replies,
					request.id AS request_id, request.media_url, request.media_type, request.redirect_token,
					request.feedback_prompt, request.email_when_grouped, request.genre
				FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				%s
				WHERE response.id = %s AND ((%s) OR (%s))
				ORDER BY response.id""".formatted(OWN, replyCounts ? REPLIES : NO_REPLIES, ids, WRITTEN, RECEIVED))
			.param("member", member.value())
			.param(parameter, value)
			.query((row, _) -> response(row, page, referencePage))
			.list();
	}

	private ResponseView response(ResultSet row, PageTracks page, ReferencePage referencePage) throws SQLException {
		boolean received = row.getBoolean("own");
		return new ResponseView(row.getLong("id"), request(row, received, page, referencePage),
				row.getString("feedback"), row.getBoolean("submitted"),
				received ? row.getObject("rating", Integer.class) : null, row.getBoolean("allow_replies"),
				row.getInt("replies"), row.getInt("unread_replies"));
	}

	private RequestView request(ResultSet row, boolean own, PageTracks page, ReferencePage referencePage)
			throws SQLException {
		return new RequestView(row.getLong("request_id"),
				this.addresses.of(row.getString("media_url"), row.getString("media_type"),
						row.getString("redirect_token"), page),
				row.getString("feedback_prompt"), own ? row.getBoolean("email_when_grouped") : null,
				row.getString("genre"), referencePage.add(row.getLong("request_id")));
	}

}
