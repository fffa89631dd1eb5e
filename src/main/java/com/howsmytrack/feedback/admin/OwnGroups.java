package com.howsmytrack.feedback.admin;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The groups in which an operator is or was a member. In these groups, the admin API hides from the operator who wrote
/// what, and the operator cannot correct anything.
@Component
class OwnGroups {

	/// The groups of the operator's requests, the groups from which a request of the
	/// operator was removed, and those in which the operator submitted responses before
	/// leaving. The parameter is `operator`.
	static final String IDS = """
			SELECT mine.feedback_group_id FROM feedback_request AS mine
			WHERE mine.account_id = :operator AND mine.feedback_group_id IS NOT NULL
			UNION ALL
			SELECT removed.feedback_group_id FROM feedback_request AS removed
			WHERE removed.former_owner_id = :operator AND removed.feedback_group_id IS NOT NULL
			UNION ALL
			SELECT track.feedback_group_id FROM feedback_response AS mine
			JOIN feedback_request AS track ON track.id = mine.feedback_request_id
			WHERE mine.responder_id = :operator AND track.feedback_group_id IS NOT NULL""";

	/// Whether the response `response` about the request `request` is in one of the
	/// groups above, or was there before an operator moved a request: then the request of
	/// the responder is still in the group.
	static final String HAS_RESPONSE = """
			(coalesce(request.feedback_group_id IN (%1$s), false)
				OR (response.responder_request_id IS NOT NULL AND coalesce(
					(SELECT theirs.feedback_group_id FROM feedback_request AS theirs
					WHERE theirs.id = response.responder_request_id) IN (%1$s), false)))""".formatted(IDS);

	private final JdbcClient jdbc;

	OwnGroups(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Empty if the operator may correct the request: it is not the operator's own, and
	/// neither its group nor the other group is an own one.
	/// @param other the group to which the request is moved; null if there is none
	Optional<UserError> checkRequest(long operator, long request, @Nullable Long other) {
		boolean own = exists("""
				SELECT FROM feedback_request AS request
				WHERE request.id = :id AND (request.account_id = :operator OR request.feedback_group_id IN (%s))"""
			.formatted(IDS), operator, request)
				|| (other != null && exists("SELECT FROM (%s) AS own WHERE own.feedback_group_id = :id".formatted(IDS),
						operator, other));
		return own ? Optional.of(CorrectionErrors.OWN_GROUP) : Optional.empty();
	}

	/// Empty if the operator may correct the response.
	Optional<UserError> checkResponse(long operator, long response) {
		return responsesIn(operator, Set.of(response)).isEmpty() ? Optional.empty()
				: Optional.of(CorrectionErrors.OWN_GROUP);
	}

	/// The ids of the groups.
	Set<Long> of(long operator) {
		return new HashSet<>(this.jdbc.sql(IDS)
			.param("operator", operator)
			.query((row, _) -> row.getLong("feedback_group_id"))
			.list());
	}

	/// Those of the requests that are in own groups.
	Set<Long> requestsIn(long operator, Set<Long> requests) {
		return ids("""
				SELECT request.id FROM feedback_request AS request
				WHERE request.id = ANY (:ids) AND request.feedback_group_id IN (%s)""".formatted(IDS), operator,
				requests);
	}

	/// Those of the responses that are or were in own groups.
	Set<Long> responsesIn(long operator, Set<Long> responses) {
		return ids("""
				SELECT response.id FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				WHERE response.id = ANY (:ids) AND %s""".formatted(HAS_RESPONSE), operator, responses);
	}

	private boolean exists(String rows, long operator, long id) {
		return this.jdbc.sql("SELECT EXISTS (%s)".formatted(rows))
			.params(Map.of("operator", operator, "id", id))
			.query(Boolean.class)
			.single();
	}

	private Set<Long> ids(String statement, long operator, Set<Long> ids) {
		return new HashSet<>(this.jdbc.sql(statement)
			.param("operator", operator)
			.param("ids", ids.toArray(Long[]::new))
			.query((row, _) -> row.getLong("id"))
			.list());
	}

}
