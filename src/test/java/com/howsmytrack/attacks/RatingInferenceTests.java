package com.howsmytrack.attacks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.ProductionRatingRules;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Ada has few ratings. She reads her mean every day to calculate the rating that the owner of a track gave.
@WholeApplication
@ProductionRatingRules
class RatingInferenceTests {

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private AdjustableClock clock;

	/// Ada knows the sum of the ratings so far. A mean with one more rating reveals this
	/// rating.
	@Test
	void meansOfDifferentDaysDoNotTellSingleRatings() {
		Browser ada = this.api.member("ada");
		List<Browser> first = groupOf(ada, "bo", "cy", "di");
		for (Browser owner : first) {
			rateAda(owner, 4);
		}
		double known = 3 * meanOnNextDay(ada);
		List<Integer> given = List.of(2, 5, 1);
		List<Browser> second = groupOf(ada, "ed", "fi", "gil");
		List<Integer> calculated = new ArrayList<>();
		for (int day = 0; day < given.size(); day++) {
			rateAda(second.get(day), given.get(day));
			double sum = meanOnNextDay(ada) * (4 + day);
			if (Math.abs(sum - known - given.get(day)) < 0.001) {
				calculated.add(given.get(day));
			}
			known = sum;
		}

		assertThat(calculated).isEmpty();
		assertThat(mean(ada)).isEqualTo((12 + 8) / 6.0);
	}

	/// The other owners never rate, so the rating counts after a week.
	@Test
	void aSingleRatingDoesNotChangeTheMeanWithinAMonth() {
		Browser ada = this.api.member("ada");
		groupOf(ada, "bo", "cy", "di").forEach((owner) -> rateAda(owner, 4));
		assertThat(meanOnNextDay(ada)).isEqualTo(4);
		rateAda(groupOf(ada, "ed", "fi", "gil").getFirst(), 1);
		for (int day = 0; day < 28; day++) {
			assertThat(meanOnNextDay(ada)).as("day %d", day).isEqualTo(4);
		}
	}

	/// In a group of two, Ada knows which member gave the rating.
	@Test
	void ratingsInGroupsOfTwoAreNotPartOfAMean() {
		Browser ada = this.api.member("ada");
		groupOf(ada, "bo", "cy", "di").forEach((owner) -> rateAda(owner, 4));
		assertThat(meanOnNextDay(ada)).isEqualTo(4);
		for (String other : List.of("ed", "fi", "gil")) {
			groupOf(ada, other).forEach((owner) -> rateAda(owner, 1));
		}
		this.clock.advance(Duration.ofDays(40));

		assertThat(meanOnNextDay(ada)).isEqualTo(4);
	}

	/// Ada and new members in a new group, in which all have submitted everything.
	/// @return the other members
	private List<Browser> groupOf(Browser ada, String... others) {
		FeedbackScenario
			.create(ada, Map.of("mediaUrl", FeedbackScenario.track("ada-" + others[0]), "genre", Genre.JAZZ.name()))
			.succeeded("createFeedbackRequest");
		List<Browser> members = this.scenario.group(others);
		FeedbackScenario.submitAllForms(ada);
		members.forEach(FeedbackScenario::submitAllForms);
		return members;
	}

	/// Rates the response that the owner received from Ada. The owner does not know which
	/// one it is, but the test does.
	private void rateAda(Browser owner, int rating) {
		List<Integer> byAda = this.database.list(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN account ON account.id = response.responder_id WHERE account.email = 'ada@example.com'""");
		FeedbackScenario.received(owner)
			.stream()
			.filter(byAda::contains)
			.forEach((response) -> FeedbackScenario.rate(owner, response, rating).succeeded("rateFeedbackResponse"));
	}

	private double meanOnNextDay(Browser ada) {
		this.clock.advance(Duration.ofDays(1));
		this.scenario.calculateRatings();
		return mean(ada);
	}

	/// Signs in again, because a session ends after three days.
	private static double mean(Browser ada) {
		return ada.signIn("ada@example.com")
			.run("{ userDetails { rating } }")
			.hasNoErrors()
			.<Double>at("userDetails.rating");
	}

}
