package com.howsmytrack.feedback.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.feedback.OpenForms;
import com.howsmytrack.feedback.release.VisibleReplies;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.releases.ReleaseView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The feedback section of a data export: requests, forms owed, and feedback written, received and rated. Responses that
/// the member may not read yet are left out, so that an export cannot be used to read them early. Received responses have
/// no time, because a time could reveal the author.
@Component
class FeedbackData implements PersonalData {

	private static final TypeReference<Map<String, Object>> SECTION = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ReferenceReleases references;

	FeedbackData(JdbcClient jdbc, JsonMapper json, ReferenceReleases references) {
		this.jdbc = jdbc;
		this.json = json;
		this.references = references;
	}

	/// The conversation as the member sees it in the client.
	/// @param mine the condition for replies that the member wrote
	private static String conversation(String mine) {
		return """
				(SELECT coalesce(json_agg(json_build_object('by', CASE WHEN reply.mine THEN 'You' ELSE 'Them' END,
					'text', reply.text, 'allowReplies', reply.allow_replies, 'writtenAt', reply.time) ORDER BY %s), '[]')
					FROM %s AS reply)"""
			.formatted(VisibleReplies.ORDER, VisibleReplies.of("response.id", mine));
	}

	@Override
	public String section() {
		return "feedback";
	}

	@Override
	public Set<String> tables() {
		return Set.of("feedback_request", "feedback_response", "feedback_reply", "member_rating");
	}

	@Override
	public Object of(AccountId person) {
		String section = this.jdbc
			.sql("""
					SELECT json_build_object(
						'rating', (SELECT rating FROM member_rating WHERE account_id = :person),
						'requests', (
							SELECT coalesce(json_agg(json_build_object('id', request.id, 'mediaUrl', request.media_url, 'genre', request.genre,
								'feedbackPrompt', request.feedback_prompt, 'emailWhenGrouped', request.email_when_grouped,
								'createdAt', request.created_at, 'group', formed.name, 'groupedAt', formed.created_at)
								ORDER BY request.id), '[]')
							FROM feedback_request AS request
							LEFT JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
							WHERE request.account_id = :person),
						'formsOwed', (
							SELECT coalesce(json_agg(json_build_object('group', formed.name, 'aboutTrack', track.media_url,
								'genre', track.genre, 'feedbackPrompt', track.feedback_prompt)
								ORDER BY formed.id, track.media_url), '[]')
							FROM feedback_response AS form
							JOIN feedback_request AS track ON track.id = form.feedback_request_id
							JOIN feedback_group AS formed ON formed.id = track.feedback_group_id
							WHERE form.responder_id = :person AND form.submitted_at IS NULL),
						'feedbackWritten', (
							SELECT coalesce(json_agg(json_build_object('aboutTrack', request.media_url,
								'feedback', response.feedback, 'allowReplies', response.allow_replies,
								'submittedAt', response.submitted_at, 'conversation', %s)
								ORDER BY response.submitted_at, request.id), '[]')
							FROM feedback_response AS response
							JOIN feedback_request AS request ON request.id = response.feedback_request_id
							WHERE response.responder_id = :person AND response.submitted_at IS NOT NULL),
						'feedbackReceived', (
							SELECT coalesce(json_agg(json_build_object('onTrack', request.media_url,
								'feedback', response.feedback, 'rating', response.rating, 'conversation',
								CASE WHEN response.rating IS NOT NULL THEN %s ELSE '[]' END)
								ORDER BY request.id, response.id), '[]')
							FROM (
								SELECT * FROM feedback_request WHERE account_id = :person
								UNION ALL
								SELECT * FROM feedback_request WHERE former_owner_id = :person) AS request
							JOIN feedback_response AS response ON response.feedback_request_id = request.id
							WHERE response.released_at IS NOT NULL AND %s))"""
				.formatted(conversation("NOT from_owner"), conversation("from_owner"),
						OpenForms.none("request.id", ":person")))
			.param("person", person.value())
			.query(String.class)
			.single();
		Map<String, Object> feedback = new LinkedHashMap<>(this.json.readValue(section, SECTION));
		feedback.put("referenceReleases", referencesOf(person));
		return feedback;
	}

	/// One entry for each request with references.
	private List<Map<String, Object>> referencesOf(AccountId person) {
		List<Long> requests = this.jdbc.sql("SELECT id FROM feedback_request WHERE account_id = :person ORDER BY id")
			.param("person", person.value())
			.query((row, _) -> row.getLong("id"))
			.list();
		Map<Long, List<ReleaseView>> references = this.references.of(person, requests);
		return requests.stream()
			.filter(references::containsKey)
			.map((request) -> Map.of("request", request, "releases",
					references.getOrDefault(request, List.of()).stream().map(FeedbackData::reference).toList()))
			.toList();
	}

	private static Map<String, String> reference(ReleaseView release) {
		return Map.of("name", release.name(), "artistCredit", release.artistCredit(), "url", release.url());
	}

}
