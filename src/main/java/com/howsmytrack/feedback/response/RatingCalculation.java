package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Calculates the rating of each member from the member's latest counted ratings. It runs once a day for all members, so
/// that the time of a change does not reveal which member gave a rating. A member with too few ratings keeps the current
/// rating.
///
/// From two means, a member could calculate each rating that only the second one includes. Therefore:
///
/// 1. A rating counts only when all responses of its writer in the group are rated, or some time after the first of
/// them was. In a group of two it does not count.
/// 2. A rating that a mean has counted once stays counted (`counted_at`), so the counted ratings that were submitted
/// last are those of the current mean.
/// 3. A mean changes only if enough of its ratings are newly counted, or if it has not changed for a long time. Until
/// then, the new ratings are not counted.
@Component
@JobDefinition(name = "calculate-user-ratings", cron = "0 0 2 * * *")
@EnableConfigurationProperties(RatingSettings.class)
class RatingCalculation implements TransactionalJob {

	/// `written`: the responses of a writer in a group. `checked`: whether their new
	/// ratings count now. `due`: the members whose rating may change. `recalculated`:
	/// their means and how many of the ratings are newly counted. `changed`: the members
	/// whose set of counted ratings or rating changes.
	///
	/// Sorting the ratings of all members by time would be the most expensive part. So
	/// the latest ratings are looked up in an index, and only for members with more
	/// ratings than are considered. New ratings that are too old to be considered are
	/// marked as counted too, because they cannot change the mean.
	private static final String CALCULATE = """
			WITH written AS (
				SELECT response.responder_id, request.feedback_group_id,
					count(response.counted_at) AS counted,
					sum(response.rating) FILTER (WHERE response.counted_at IS NOT NULL) AS counted_sum,
					count(response.rating) - count(response.counted_at) AS uncounted,
					sum(response.rating) FILTER (WHERE response.counted_at IS NULL) AS uncounted_sum,
					count(response.rating) = count(*)
						OR coalesce(min(response.rated_at), '-infinity') <= :firstRatedBefore AS complete
				FROM feedback_response AS response
				JOIN feedback_request AS request ON request.id = response.feedback_request_id
				WHERE response.responder_id IS NOT NULL
				GROUP BY response.responder_id, request.feedback_group_id
				HAVING count(response.rating) > 0
			), checked AS MATERIALIZED (
				SELECT written.*, CASE WHEN uncounted > 0 AND complete THEN :smallestGroup <= (
						SELECT count(*) FROM feedback_request AS member
						WHERE member.feedback_group_id = written.feedback_group_id)
					END AS counts
				FROM written
			), due AS (
				SELECT tally.*, member_rating.rating AS published, member_rating.calculated_at
				FROM (
					SELECT responder_id, sum(counted) + coalesce(sum(uncounted) FILTER (WHERE counts), 0) AS ratings,
						coalesce(sum(counted_sum), 0) + coalesce(sum(uncounted_sum) FILTER (WHERE counts), 0) AS total,
						coalesce(sum(uncounted) FILTER (WHERE counts), 0) AS newly,
						array_agg(feedback_group_id) FILTER (WHERE counts) AS groups
					FROM checked
					GROUP BY responder_id) AS tally
				LEFT JOIN member_rating ON account_id = responder_id
				WHERE ratings >= :needed
					AND (account_id IS NULL OR calculated_at <= :lastChangeBefore OR newly >= :perChange)
			), recalculated AS (
				SELECT responder_id, CAST(total AS double precision) / ratings AS rating, newly, groups, published,
					calculated_at
				FROM due WHERE ratings <= :considered
				UNION ALL
				SELECT due.responder_id, latest.rating, latest.newly, groups, published, calculated_at
				FROM due CROSS JOIN LATERAL (
					SELECT CAST(avg(rating) AS double precision) AS rating,
						count(*) FILTER (WHERE counted_at IS NULL) AS newly
					FROM (
						SELECT response.rating, response.counted_at
						FROM feedback_response AS response
						JOIN feedback_request AS request ON request.id = response.feedback_request_id
						WHERE response.responder_id = due.responder_id AND response.rating IS NOT NULL
							AND (response.counted_at IS NOT NULL OR request.feedback_group_id = ANY (due.groups))
						ORDER BY response.submitted_at DESC, response.feedback_request_id DESC
						LIMIT :considered) AS considered) AS latest
				WHERE due.ratings > :considered
			), changed AS (
				SELECT responder_id, rating, groups, published FROM recalculated
				WHERE published IS NULL OR ((newly > 0 OR rating <> published)
					AND (calculated_at <= :lastChangeBefore OR newly >= :perChange))
			), counted AS (
				UPDATE feedback_response AS response SET counted_at = :now
				FROM (SELECT responder_id, unnest(groups) AS feedback_group_id FROM changed) AS written
				JOIN feedback_request AS request USING (feedback_group_id)
				WHERE response.feedback_request_id = request.id AND response.responder_id = written.responder_id
					AND response.rating IS NOT NULL AND response.counted_at IS NULL
			), stored AS (
				INSERT INTO member_rating (account_id, rating, calculated_at)
				SELECT responder_id, rating, :now FROM changed
				ON CONFLICT (account_id) DO UPDATE SET rating = excluded.rating, calculated_at = excluded.calculated_at
			)
			SELECT count(*) FROM changed WHERE published IS DISTINCT FROM rating""";

	private final JdbcClient jdbc;

	private final RatingSettings settings;

	private final Clock clock;

	RatingCalculation(JdbcClient jdbc, RatingSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		Instant now = this.clock.instant();
		long changed = this.jdbc.sql(CALCULATE)
			.param("now", utc(now))
			.param("firstRatedBefore", utc(now.minus(this.settings.ratingWait())))
			.param("lastChangeBefore", utc(now.minus(this.settings.ratingChangeAfter())))
			.param("smallestGroup", this.settings.smallestRatedGroup())
			.param("considered", this.settings.ratingsConsidered())
			.param("needed", this.settings.ratingsNeeded())
			.param("perChange", this.settings.ratingsPerChange())
			.query(Long.class)
			.single();
		return Map.of("ratingsChanged", changed);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
