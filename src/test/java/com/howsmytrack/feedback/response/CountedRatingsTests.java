package com.howsmytrack.feedback.response;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Which ratings a mean counts, with the rules of production. Ada (account 1) writes the responses. Each group has its own
/// other members.
@DatabaseTest
class CountedRatingsTests {

	private static final Duration WEEK = Duration.ofDays(7);

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private RatingCalculation calculation;

	@BeforeEach
	void useTheRulesOfProduction(@Autowired JdbcClient jdbc) {
		this.calculation = new RatingCalculation(jdbc, new RatingSettings(15, 3, WEEK, 3, MONTH, false), this.clock);
		this.database.update("INSERT INTO account (email, password_hash, created_at) VALUES ('ada', '', now())");
	}

	@Test
	void countsThreeRatingsOfOneGroup() {
		rate(group(4), 5, 4, 4);

		calculate();

		assertThat(ratingOfAda()).containsExactly(13 / 3.0);
	}

	@Test
	void waitsUntilAllResponsesInTheGroupAreRated() {
		rate(group(4), 5, 4, 4);
		calculate();
		List<Integer> second = group(4);
		rate(second.subList(0, 2), 1, 1);
		List<Integer> third = group(4);
		rate(third.subList(0, 1), 1);

		assertThat(calculate()).isZero();
		rate(second.subList(2, 3), 1);

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly(16 / 6.0);
	}

	@Test
	void waitsForAFormToo() {
		List<Integer> responses = group(4);
		this.database.update("UPDATE feedback_response SET feedback = NULL, submitted_at = NULL WHERE id = ?",
				responses.getFirst());
		rate(responses.subList(1, 3), 5, 5);
		rate(group(4), 1, 1, 1);

		calculate();

		assertThat(ratingOfAda()).containsExactly(1.0);
	}

	@Test
	void waitsForAWeekAfterTheFirstRatingInTheGroup() {
		List<Integer> responses = group(4);
		rate(responses.subList(0, 1), 2);
		this.clock.advance(Duration.ofDays(5));
		rate(responses.subList(1, 2), 3);
		rate(group(4).subList(0, 1), 5);
		rate(group(3), 4, 4);
		this.clock.advance(Duration.ofDays(2).minusSeconds(1));
		calculate();
		assertThat(ratingOfAda()).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));

		calculate();

		assertThat(ratingOfAda()).containsExactly(13 / 4.0);
	}

	@Test
	void doesNotCountGroupsOfTwo() {
		for (int number = 0; number < 4; number++) {
			rate(group(2), 1);
		}
		this.clock.advance(MONTH);

		calculate();

		assertThat(ratingOfAda()).isEmpty();
	}

	@Test
	void changesAMeanByThreeNewRatings() {
		rate(group(4), 5, 5, 5);
		calculate();
		rate(group(3), 1, 1);
		assertThat(calculate()).isZero();
		rate(group(3), 1, 1);

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly(19 / 7.0);
	}

	@Test
	void changesAMeanByFewerNewRatingsAfterAMonth() {
		rate(group(4), 5, 5, 5);
		calculate();
		rate(group(3), 1, 1);
		this.clock.advance(MONTH.minusSeconds(1));
		assertThat(calculate()).isZero();
		this.clock.advance(Duration.ofSeconds(1));

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly(17 / 5.0);
	}

	/// Otherwise the next change could be by one rating on the next day.
	@Test
	void startsTheMonthAnewIfTheMeanStaysTheSame() {
		rate(group(4), 3, 3, 3);
		calculate();
		this.clock.advance(Duration.ofDays(29));
		rate(group(4), 3, 3, 3);
		assertThat(calculate()).isZero();
		rate(group(3), 1, 1);
		this.clock.advance(Duration.ofDays(1));

		assertThat(calculate()).isZero();
		assertThat(ratingOfAda()).containsExactly(3.0);
	}

	/// The new ratings are of five responses, but only two of them are among the last
	/// fifteen.
	@Test
	void ignoresNewRatingsOfResponsesThatAreTooOldToBeConsidered() {
		List<Integer> old = group(4);
		for (int number = 0; number < 5; number++) {
			rate(group(4), 4, 4, 4);
		}
		calculate();
		rate(old, 1, 1, 1);
		rate(group(3), 1, 1);

		assertThat(calculate()).isZero();
		rate(group(3), 1, 1);

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly((11 * 4 + 4 * 1) / 15.0);
	}

	@Test
	void doesNotChangeAMeanBecauseARatingIsRemoved() {
		List<Integer> responses = group(4);
		rate(responses, 5, 1, 1);
		rate(group(3), 1, 1);
		calculate();
		this.database.update(
				"UPDATE feedback_response SET rating = NULL, rated_at = NULL, counted_at = NULL WHERE id = ?",
				responses.getFirst());

		assertThat(calculate()).isZero();
		this.clock.advance(MONTH);

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly(1.0);
	}

	@Test
	void keepsCountingTheRatingsOfAGroupOfWhichTwoRequestsAreLeft() {
		List<Integer> responses = group(3);
		rate(responses, 5, 5);
		rate(group(3), 5, 5);
		calculate();
		this.database.update("""
				UPDATE feedback_request SET feedback_group_id = NULL, media_url = 'https://soundcloud.com/moved'
				WHERE id = (SELECT feedback_request_id FROM feedback_response WHERE id = ?)""", responses.getFirst());
		rate(group(4), 1, 1, 1);

		calculate();

		assertThat(ratingOfAda()).containsExactly(23 / 7.0);
	}

	/// The Django service stores no time of a rating. The import marks its ratings as
	/// counted.
	@Test
	void countsImportedRatingsAtOnce() {
		List<Integer> pair = group(2);
		List<Integer> four = group(4);
		this.database.update("UPDATE feedback_response SET rating = 2, counted_at = now() WHERE id IN (?, ?, ?)",
				pair.getFirst(), four.getFirst(), four.getLast());

		calculate();

		assertThat(ratingOfAda()).containsExactly(2.0);
	}

	@Test
	void writesNothingIfNothingChanged() {
		rate(group(4), 5, 4, 4);
		calculate();
		this.clock.advance(MONTH.plus(WEEK));

		assertThat(calculate()).isZero();
		assertThat(this.database.list(Boolean.class, "SELECT calculated_at = ? FROM member_rating",
				AdjustableClock.NOON.atOffset(ZoneOffset.UTC)))
			.containsExactly(true);
	}

	private long calculate() {
		return this.calculation.run().getOrDefault("ratingsChanged", -1L);
	}

	private List<Double> ratingOfAda() {
		return this.database.list(Double.class, "SELECT rating FROM member_rating WHERE account_id = 1");
	}

	/// A group of Ada and others, in which Ada has submitted all responses, later than
	/// those of the groups before.
	/// @return the ids of the responses
	private List<Integer> group(int members) {
		long group = this.database.single(Long.class,
				"INSERT INTO feedback_group (name, created_at) VALUES ('Group', now()) RETURNING id");
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'm' || ? || '-' || i, '', now() FROM generate_series(2, ?) AS i""", group, members);
		this.database.update("""
				INSERT INTO feedback_request (account_id, media_url, media_type, genre, email_when_grouped,
					feedback_group_id, created_at)
				SELECT id, 'https://soundcloud.com/a/' || id || '/' || ?, 'SOUNDCLOUD', 'POP', false, ?, now()
				FROM account WHERE id = 1 OR email LIKE 'm' || ? || '-%'""", group, group, group);
		return this.database.list(Integer.class, """
				INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id, feedback, submitted_at)
				SELECT id, account_id, 1, 'Fine.', TIMESTAMPTZ '2026-01-01Z' + feedback_group_id * INTERVAL '1 hour'
				FROM feedback_request WHERE feedback_group_id = ? AND account_id <> 1 RETURNING id""", group);
	}

	private void rate(List<Integer> responses, int... ratings) {
		for (int index = 0; index < ratings.length; index++) {
			this.database.update("UPDATE feedback_response SET rating = ?, rated_at = ? WHERE id = ?", ratings[index],
					this.clock.instant().atOffset(ZoneOffset.UTC), responses.get(index));
		}
	}

}
