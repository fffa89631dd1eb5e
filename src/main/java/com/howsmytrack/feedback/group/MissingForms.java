package com.howsmytrack.feedback.group;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.howsmytrack.feedback.RandomIds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Creates forms in groups that exist.
@Component
public class MissingForms {

	private final JdbcClient jdbc;

	MissingForms(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Creates the forms that the owners of these requests need about the other tracks of
	/// their group, and the forms that the other members need about these requests. Skips
	/// forms and responses that exist, and members who deleted their account. No other
	/// transaction may change the members of the groups at the same time.
	/// @return the number of forms
	@Transactional(propagation = Propagation.MANDATORY)
	public int createFor(Collection<Long> requests) {
		AtomicInteger created = new AtomicInteger();
		return RandomIds.insert(() -> {
			Counts counts = insert(requests);
			int total = created.addAndGet(counts.created());
			return (counts.created() == counts.missing()) ? Optional.of(total) : Optional.empty();
		});
	}

	private Counts insert(Collection<Long> requests) {
		return this.jdbc.sql("""
				WITH missing AS (
					SELECT track.id, track.account_id AS owner_id, member.account_id AS responder_id
					FROM feedback_request AS track
					JOIN feedback_request AS member
						ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
					WHERE track.feedback_group_id IN (
							SELECT feedback_group_id FROM feedback_request WHERE id = ANY (:requests))
						AND (track.id = ANY (:requests) OR member.id = ANY (:requests))
						AND track.media_url IS NOT NULL AND member.account_id IS NOT NULL
						AND NOT EXISTS (
							SELECT FROM feedback_response
							WHERE feedback_request_id = track.id AND responder_id = member.account_id)
				), created AS (
					INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
					SELECT id, owner_id, responder_id FROM missing
					ON CONFLICT (id) DO NOTHING
					RETURNING id
				)
				SELECT (SELECT count(*) FROM missing) AS missing, (SELECT count(*) FROM created) AS created""")
			.param("requests", requests.toArray(Long[]::new))
			.query((row, _) -> new Counts(row.getInt("missing"), row.getInt("created")))
			.single();
	}

	private record Counts(int missing, int created) {
	}

}
