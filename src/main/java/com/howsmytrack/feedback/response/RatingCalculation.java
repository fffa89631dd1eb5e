package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.ScheduledJob;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Rates everybody by what their latest responses were worth to those who got them. It happens at night and for
/// all at once, so that nobody can tell whose rating moved theirs. Who has too few rated responses
/// keeps the rating they have.
@Component
@EnableConfigurationProperties(RatingSettings.class)
class RatingCalculation implements ScheduledJob {

	private final JdbcClient jdbc;

	private final RatingSettings settings;

	private final Clock clock;

	RatingCalculation(JdbcClient jdbc, RatingSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Job job() {
		return Job.CALCULATE_USER_RATINGS;
	}

	/// Sorting all that was ever rated would cost more than the rest. Only who has more
	/// than count is looked up, by an index that has the latest first.
	@Override
	@Transactional
	public Map<String, Long> run() {
		long changed = this.jdbc.sql("""
				INSERT INTO member_rating (account_id, rating, calculated_at)
				SELECT responder_id, CASE WHEN count(*) <= :considered THEN avg(rating) ELSE (
						SELECT avg(latest.rating) FROM (
							SELECT response.rating FROM feedback_response AS response
							WHERE response.responder_id = rated.responder_id AND response.rating IS NOT NULL
							ORDER BY response.submitted_at DESC, response.id DESC
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
