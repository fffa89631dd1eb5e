package com.howsmytrack.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.howsmytrack.jobs.JobRun;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole cycle: registering, being grouped, giving and rating feedback, and being grouped by rating.
@WholeApplication
class FeedbackJourneyTests {

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private AdjustableClock clock;

	@Test
	void membersWithHighRatingsAreGroupedTogether() {
		List<Browser> members = IntStream.rangeClosed(1, 8)
			.mapToObj((number) -> this.scenario.memberWithTrack("m" + number, Genre.ROCK_METAL_PUNK))
			.toList();
		assertThat(this.scenario.assignGroups().counts()).containsEntry("groupsFormed", 2L)
			.containsEntry("formsCreated", 24L);
		members.forEach((member) -> member.run("{ userDetails { rating notifications } }")
			.with("userDetails.rating", null)
			.with("userDetails.notifications", 3));

		members.forEach(FeedbackScenario::submitAllForms);
		members
			.forEach((member) -> member.run("{ userDetails { notifications } }").with("userDetails.notifications", 0));
		rateByWriter(members);

		JobRun ratings = this.scenario.calculateRatings();
		assertThat(ratings.counts()).containsEntry("ratingsChanged", 8L);
		members.get(0).run("{ userDetails { rating } }").with("userDetails.rating", 5.0);
		members.get(1).run("{ userDetails { rating } }").with("userDetails.rating", 2.0);

		this.clock.advance(Duration.ofDays(1));
		// The requests are not in the order of the ratings, so that the age of the
		// requests cannot produce the same groups.
		for (int number = 8; number >= 1; number--) {
			this.clock.advance(Duration.ofMinutes(1));
			FeedbackScenario.create(members.get(number - 1),
					Map.of("mediaUrl", FeedbackScenario.track("m" + number), "genre", "ROCK_METAL_PUNK"));
		}
		this.scenario.assignGroups();

		List<Integer> groups = members.stream()
			.map((member) -> FeedbackScenario.groups(member).number("feedbackGroups[0].id"))
			.toList();
		int best = groups.get(0);
		int rest = groups.get(1);
		assertThat(groups).containsExactly(best, rest, best, rest, best, rest, best, rest);
	}

	/// Members with odd numbers get high ratings, members with even numbers low ones.
	private static void rateByWriter(List<Browser> members) {
		for (Browser writer : members) {
			boolean wroteWell = members.indexOf(writer) % 2 == 0;
			List<Integer> written = JsonPath.read(FeedbackScenario.groups(writer).response().body(),
					"$.data.feedbackGroups[*].feedbackResponses[*].id");
			for (Browser reader : members) {
				FeedbackScenario.received(reader)
					.stream()
					.filter(written::contains)
					.forEach((response) -> FeedbackScenario.rate(reader, response, wroteWell ? 5 : 2)
						.succeeded("rateFeedbackResponse"));
			}
		}
	}

}
