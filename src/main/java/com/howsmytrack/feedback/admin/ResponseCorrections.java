package com.howsmytrack.feedback.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.graphql.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Clears the text of an abusive response, in the caller's transaction. The response stays submitted and keeps its rating; a
/// response without a rating can still be rated. It accepts no further replies.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ResponseCorrections {

	/// The text that replaces the response.
	static final String CLEARED = "[This feedback was removed by the people who run How's My Track?]";

	private final JdbcClient jdbc;

	ResponseCorrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Forms cannot be cleared. One conditional statement, because only submitted
	/// responses are changed.
	Outcome<Correction> clear(long responseId) {
		Optional<Correction> cleared = this.jdbc.sql("""
				UPDATE feedback_response SET feedback = :cleared, allow_replies = false
				WHERE id = :response AND submitted_at IS NOT NULL
				RETURNING responder_id, (SELECT track.feedback_group_id FROM feedback_request AS track
					WHERE track.id = feedback_request_id) AS feedback_group_id""")
			.param("cleared", CLEARED)
			.param("response", responseId)
			.query((row, _) -> cleared(row.getObject("responder_id", Long.class),
					row.getObject("feedback_group_id", Long.class)))
			.optional();
		return cleared.<Outcome<Correction>>map(Outcome::succeeded)
			.orElseGet(() -> Outcome
				.failed(exists(responseId) ? CorrectionErrors.NOT_SUBMITTED : CorrectionErrors.UNKNOWN_RESPONSE));
	}

	private static Correction cleared(@Nullable Long responder, @Nullable Long group) {
		Map<String, @Nullable Object> details = new HashMap<>();
		details.put(Correction.GROUP, group);
		return new Correction(responder, details);
	}

	private boolean exists(long responseId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM feedback_response WHERE id = :response)")
			.param("response", responseId)
			.query(Boolean.class)
			.single();
	}

}
