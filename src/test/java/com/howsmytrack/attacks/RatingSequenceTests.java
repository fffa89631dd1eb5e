package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ProductionRatingRules;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Random sequences of groups, responses, ratings and departures. Between two different means of a member there are at least
/// three newly counted ratings, or 30 days.
@WholeApplication
@ProductionRatingRules
class RatingSequenceTests {

	private static final int STEPS = 400;

	/// The ratings that the current mean includes. A rating is identified by its response
	/// and its time, because a response can be rated again after its rating was removed.
	private static final String CONSIDERED = """
			SELECT id || ' at ' || rated_at AS rating_key, rating FROM feedback_response WHERE counted_at IS NOT NULL
			ORDER BY submitted_at DESC, feedback_request_id DESC LIMIT 15""";

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	private Published latest = new Published(Instant.MIN, Double.NaN, Set.of());

	private int changes;

	@BeforeEach
	void registerTheMember() {
		this.database.update("INSERT INTO account (email, password_hash, created_at) VALUES ('ada', '', now())");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void twoMeansDifferByThreeNewRatingsOrThirtyDays(long seed) {
		Random random = new Random(seed);
		for (int step = 0; step < STEPS; step++) {
			change(random);
			if (random.nextInt(4) == 0) {
				this.clock.advance(Duration.ofHours(24 * random.nextInt(1, 4)));
				this.scenario.calculateRatings();
				check("seed %d, step %d".formatted(seed, step));
			}
		}

		assertThat(this.changes).isGreaterThan(10);
	}

	private void check(String step) {
		List<Published> stored = this.database.list(OffsetDateTime.class, "SELECT calculated_at FROM member_rating")
			.stream()
			.map((at) -> published(at.toInstant()))
			.toList();
		if (stored.isEmpty()) {
			assertThat(this.changes).as(step).isZero();
			return;
		}
		Published now = stored.getFirst();
		if (!now.at().equals(this.clock.instant())) {
			assertThat(now.mean()).as(step).isEqualTo(this.latest.mean());
			return;
		}
		assertThat(now.mean()).as(step)
			.isEqualTo(
					this.database.single(Double.class, "SELECT avg(rating)::float8 FROM (%s)".formatted(CONSIDERED)));
		Set<String> newly = new HashSet<>(now.counted());
		newly.removeAll(this.latest.counted());
		assertThat(newly.size() >= 3 || !now.at().isBefore(this.latest.at().plus(Duration.ofDays(30))))
			.as("%s: %s after %s", step, now, this.latest)
			.isTrue();
		this.latest = now;
		this.changes++;
	}

	private Published published(Instant at) {
		return new Published(at, this.database.single(Double.class, "SELECT rating FROM member_rating"),
				Set.copyOf(this.database.list(String.class, "SELECT rating_key FROM (%s)".formatted(CONSIDERED))));
	}

	private void change(Random random) {
		switch (random.nextInt(16)) {
			case 0, 1 -> formGroup(random.nextInt(2, 5));
			case 2, 3, 4, 5, 6 -> submit(random);
			case 7, 8, 9, 10, 11, 12 -> rate(random);
			case 13 -> removeRating(random);
			case 14 -> deleteOwner(random);
			default -> leaveGroup(random);
		}
	}

	private void formGroup(int members) {
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
		this.database.update("""
				INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
				SELECT id, account_id, 1 FROM feedback_request WHERE feedback_group_id = ? AND account_id <> 1""",
				group);
	}

	private void submit(Random random) {
		pick(random, "submitted_at IS NULL").forEach((response) -> this.database
			.update("UPDATE feedback_response SET feedback = 'Fine.', submitted_at = ? WHERE id = ?", now(), response));
	}

	private void rate(Random random) {
		pick(random, "submitted_at IS NOT NULL AND rating IS NULL AND owner_id IS NOT NULL").forEach(
				(response) -> this.database.update("UPDATE feedback_response SET rating = ?, rated_at = ? WHERE id = ?",
						random.nextInt(1, 6), now(), response));
	}

	/// No operation of the service removes a rating, but an operator can with SQL.
	private void removeRating(Random random) {
		pick(random, "rating IS NOT NULL").forEach((response) -> this.database.update(
				"UPDATE feedback_response SET rating = NULL, rated_at = NULL, counted_at = NULL WHERE id = ?",
				response));
	}

	/// The owner of a track deletes the account.
	private void deleteOwner(Random random) {
		pick(random, "owner_id IS NOT NULL").forEach((response) -> {
			long owner = this.database.single(Long.class, "SELECT owner_id FROM feedback_response WHERE id = ?",
					response);
			this.database.update("DELETE FROM feedback_response WHERE owner_id = ? AND submitted_at IS NULL", owner);
			this.database.update("UPDATE feedback_request SET media_url = NULL, account_id = NULL WHERE account_id = ?",
					owner);
			this.database.update("DELETE FROM account WHERE id = ?", owner);
		});
	}

	/// An operator removes the request of the member.
	private void leaveGroup(Random random) {
		List<Long> groups = this.database.list(Long.class,
				"SELECT feedback_group_id FROM feedback_request WHERE account_id = 1 ORDER BY id");
		if (groups.isEmpty()) {
			return;
		}
		long group = groups.get(random.nextInt(groups.size()));
		this.database.update("""
				DELETE FROM feedback_response USING feedback_request AS request
				WHERE request.id = feedback_request_id AND responder_id = 1 AND submitted_at IS NULL
					AND feedback_group_id = ?""", group);
		this.database.update("""
				UPDATE feedback_request SET media_url = NULL, account_id = NULL
				WHERE account_id = 1 AND feedback_group_id = ?""", group);
	}

	/// A response or form of the member, or none.
	private List<Integer> pick(Random random, String condition) {
		List<Integer> found = this.database.list(Integer.class,
				"SELECT id FROM feedback_response WHERE responder_id = 1 AND %s ORDER BY feedback_request_id"
					.formatted(condition));
		return found.isEmpty() ? List.of() : List.of(found.get(random.nextInt(found.size())));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/// A stored mean.
	///
	/// @param counted the ratings that it includes
	private record Published(Instant at, double mean, Set<String> counted) {
	}

}
