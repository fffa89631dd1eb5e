package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.util.List;

import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class RatingCalculationTests {

	@Autowired
	private Database database;

	private RatingCalculation calculation;

	@BeforeEach
	void useTheSettings(@Autowired JdbcClient jdbc, @Autowired Clock clock, @Autowired Environment environment) {
		RatingSettings settings = Binder.get(environment).bind("howsmytrack.feedback", RatingSettings.class).get();
		this.calculation = new RatingCalculation(jdbc, settings, clock);
	}

	@BeforeEach
	void registerAdaAndTwentyOthers() {
		this.database.update("""
				INSERT INTO account (email, password_hash, created_at)
				SELECT 'm' || i || '@example.com', '', now() FROM generate_series(1, 21) AS i""");
		this.database.update("INSERT INTO feedback_group (name, created_at) VALUES ('Group', now())");
		this.database.update("""
				INSERT INTO feedback_request (account_id, genre, email_when_grouped, feedback_group_id, created_at)
				SELECT account.id, 'POP', false, feedback_group.id, now() FROM account CROSS JOIN feedback_group""");
	}

	@Test
	void calculatesTheMeanOfFewRatedResponses() {
		rated(5, 4, 4);

		calculate();

		assertThat(ratingOfAda()).containsExactly(13 / 3.0);
	}

	@Test
	void considersTheFifteenThatWereSubmittedLast() {
		rated(1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5);

		calculate();

		assertThat(ratingOfAda()).containsExactly((14 * 4 + 5) / 15.0);
	}

	@Test
	void leavesMembersWithFewerThanThreeRatedResponsesUnrated() {
		rated(5, 5);

		assertThat(calculate()).isZero();
		assertThat(ratingOfAda()).isEmpty();
	}

	@Test
	void keepsARatingWithTooFewRatedResponses() {
		rated(5, 5);
		this.database.update("INSERT INTO member_rating VALUES (1, 2.5, now())");

		calculate();

		assertThat(ratingOfAda()).containsExactly(2.5);
	}

	@Test
	void ignoresUnratedResponses() {
		rated(3, 3, 3);
		this.database.update("INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id, feedback, "
				+ "submitted_at) VALUES (21, 21, 1, 'Not rated.', now())");

		calculate();

		assertThat(ratingOfAda()).containsExactly(3.0);
	}

	@Test
	void changesNothingInASecondRun() {
		rated(1, 2, 3);

		assertThat(calculate()).isOne();
		assertThat(calculate()).isZero();
	}

	@Test
	void includesNewRatings() {
		rated(1, 2, 3);
		calculate();
		this.database.update("UPDATE feedback_response SET rating = 5");

		assertThat(calculate()).isOne();
		assertThat(ratingOfAda()).containsExactly(5.0);
	}

	private long calculate() {
		return this.calculation.run().getOrDefault("ratingsChanged", -1L);
	}

	private List<Double> ratingOfAda() {
		return this.database.list(Double.class, "SELECT rating FROM member_rating WHERE account_id = 1");
	}

	/// Inserts responses of Ada with these ratings, the oldest first. The ids are in
	/// reverse order, so that a sort by id would fail.
	private void rated(int... ratings) {
		for (int index = 0; index < ratings.length; index++) {
			long other = index + 2;
			this.database.update("""
					INSERT INTO feedback_response (id, feedback_request_id, owner_id, responder_id, feedback,
						submitted_at, rating) OVERRIDING SYSTEM VALUE
					VALUES (1000 - ?, ?, ?, 1, 'Fine.', TIMESTAMPTZ '2026-01-01Z' + ? * INTERVAL '1 hour', ?)""", index,
					other, other, index, ratings[index]);
		}
	}

}
