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

/// The loop from the outside, from registering to being grouped better.
@WholeApplication
class FeedbackJourneyTests {

	@Autowired
	private FeedbackScenario loop;

	@Autowired
	private AdjustableClock clock;

	@Test
	void whoWritesWellIsGroupedWithWhoWritesWell() {
		List<Browser> members = IntStream.rangeClosed(1, 8)
			.mapToObj((number) -> this.loop.memberWithTrack("m" + number, Genre.ROCK_METAL_PUNK))
			.toList();
		assertThat(this.loop.night().counts()).containsEntry("groupsFormed", 2L).containsEntry("formsMade", 24L);
		members.forEach((member) -> member.run("{ userDetails { rating notifications } }")
			.with("userDetails.rating", null)
			.with("userDetails.notifications", 3));

		members.forEach(FeedbackScenario::giveAll);
		members
			.forEach((member) -> member.run("{ userDetails { notifications } }").with("userDetails.notifications", 0));
		rateByWriter(members);

		JobRun ratings = this.loop.calculateRatings();
		assertThat(ratings.counts()).containsEntry("ratingsChanged", 8L);
		members.get(0).run("{ userDetails { rating } }").with("userDetails.rating", 5.0);
		members.get(1).run("{ userDetails { rating } }").with("userDetails.rating", 2.0);

		this.clock.pass(Duration.ofDays(1));
		// In another order than their ratings, so that age cannot do the work of the
		// tiers.
		for (int number = 8; number >= 1; number--) {
			this.clock.pass(Duration.ofMinutes(1));
			FeedbackScenario.create(members.get(number - 1),
					Map.of("mediaUrl", FeedbackScenario.track("m" + number), "genre", "ROCK_METAL_PUNK"));
		}
		this.loop.night();

		List<Integer> groups = members.stream()
			.map((member) -> FeedbackScenario.groups(member).number("feedbackGroups[0].id"))
			.toList();
		int best = groups.get(0);
		int rest = groups.get(1);
		assertThat(groups).containsExactly(best, rest, best, rest, best, rest, best, rest);
	}

	/// Odd members (by number) wrote well, even ones did not.
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
