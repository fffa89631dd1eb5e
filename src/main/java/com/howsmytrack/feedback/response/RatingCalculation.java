package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Calculates the rating of each member from the member's latest rated responses. It runs once a day for all members,
/// so that the time of a change does not reveal which member gave a rating. A member with too few rated responses keeps
/// the current rating.
@Component
@JobDefinition(name = "calculate-user-ratings", cron = "0 0 2 * * *")
@EnableConfigurationProperties(RatingSettings.class)
class RatingCalculation implements TransactionalJob {

	private final JdbcClient jdbc;

	private final RatingSettings settings;

	private final Clock clock;

	RatingCalculation(JdbcClient jdbc, RatingSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/// Sorting all rated responses would be the most expensive part. So the latest
	/// responses are looked up in an index, and only for members with more rated
	/// responses than are considered.
	@Override
	@Transactional
	public Map<String, Long> run() {
		long changed = this.jdbc.sql("""
				INSERT INTO member_rating (account_id, rating, calculated_at)
				SELECT responder_id, CASE WHEN count(*) <= :considered THEN avg(rating) ELSE (
						SELECT avg(latest.rating) FROM (
							SELECT response.rating FROM feedback_response AS response
							WHERE response.responder_id = rated.responder_id AND response.rating IS NOT NULL
							ORDER BY response.submitted_at DESC, response.feedback_request_id DESC
							LIMIT :considered) AS latest)
					END, :now
				FROM feedback_response AS rated
				WHERE rating IS NOT NULL AND responder_id IS NOT NULL
				GROUP BY responder_id
				HAVING count(*) >= :needed
				ON CONFLICT (account_id) DO UPDATE
				SET rating = excluded.rating, calculated_at = excluded.calculated_at
				WHERE member_rating.rating <> excluded.rating""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("considered", this.settings.ratingsConsidered())
			.param("needed", this.settings.ratingsNeeded())
			.update();
		return Map.of("ratingsChanged", changed);
	}

}
