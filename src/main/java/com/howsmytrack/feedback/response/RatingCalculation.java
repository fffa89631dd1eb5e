package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.jobs.Job;
import com.howsmytrack.jobs.NightlyJob;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Rates everybody by what their latest responses were worth to those who got them. It happens at night and for
/// all at once, so that nobody can tell whose rating moved theirs. Who has too few rated responses
/// keeps the rating they have.
@Component
@EnableConfigurationProperties(RatingSettings.class)
class RatingCalculation implements NightlyJob {

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

	@Override
	@Transactional
	public Map<String, Long> run() {
		long changed = this.jdbc.sql("""
				INSERT INTO member_rating (account_id, rating, calculated_at)
				SELECT responder_id, avg(rating), :now
				FROM (
					SELECT responder_id, rating, row_number() OVER (
						PARTITION BY responder_id ORDER BY submitted_at DESC, id DESC) AS recency
					FROM feedback_response
					WHERE rating IS NOT NULL AND responder_id IS NOT NULL
				) AS rated
				WHERE recency <= :considered
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
