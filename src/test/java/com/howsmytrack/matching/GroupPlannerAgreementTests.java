package com.howsmytrack.matching;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.howsmytrack.feedback.PendingRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares the planner with a second implementation, which follows the text of the rules word by word.
class GroupPlannerAgreementTests {

	private final Random random = new Random(20260301);

	@Test
	void agreesOnEveryDistributionOfUpToFourTracksPerGenre() {
		AssignmentRuns.everyDistribution(4).forEach((tracks) -> agreesOn(AssignmentRuns.requests(this.random, tracks)));
	}

	@Test
	void agreesOnEveryDistributionOfUpToTwoTracksPerGenreWithTracklessOfEveryGenre() {
		AssignmentRuns.everyDistribution(2).forEach((tracks) -> {
			agreesOn(AssignmentRuns.requests(this.random, tracks, 1, 1, 1, 1, 1, 1, 1));
			agreesOn(AssignmentRuns.requests(this.random, tracks, 0, 3, 0, 0, 5, 0, 2));
		});
	}

	@Test
	void agreesOnRandomRequests() {
		for (int i = 0; i < 1000; i++) {
			List<PendingRequest> pending = AssignmentRuns.randomRequests(this.random);
			Collections.shuffle(pending, this.random);
			agreesOn(pending);
		}
	}

	private static void agreesOn(List<PendingRequest> pending) {
		GroupPlan expected = NaiveGroupPlanner.plan(pending);

		assertThat(GroupPlanner.plan(pending)).as(pending::toString).isEqualTo(expected);
	}

}
