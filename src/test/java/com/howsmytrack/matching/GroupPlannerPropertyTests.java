package com.howsmytrack.matching;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.howsmytrack.feedback.PendingRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Properties of every plan. Each is checked with random requests, and all together with every small distribution.
class GroupPlannerPropertyTests {

	private static final int REPETITIONS = 400;

	@Test
	void plansEveryRequestOnce() {
		forRandomRequests(PlannedAssignment::plansEveryRequestOnce);
	}

	@Test
	void leavesAllPendingOnlyWithLessThanTwoTracks() {
		forRandomRequests(PlannedAssignment::leavesAllPendingOnlyWithLessThanTwoTracks);
	}

	@Test
	void givesEveryGroupTwoToFourTracks() {
		forRandomRequests(PlannedAssignment::givesEveryGroupTwoToFourTracks);
	}

	@Test
	void makesPairsOnlyInPoolsOfTwoOrFive() {
		forRandomRequests(PlannedAssignment::makesPairsOnlyInPoolsOfTwoOrFive);
	}

	@Test
	void groupsNeighboursInRating() {
		forRandomRequests(PlannedAssignment::groupsNeighboursInRating);
	}

	@Test
	void plansWholePoolsLargestFirst() {
		forRandomRequests(PlannedAssignment::plansWholePoolsLargestFirst);
	}

	@Test
	void putsEveryGenreIntoOnePool() {
		forRandomRequests(PlannedAssignment::putsEveryGenreIntoOnePool);
	}

	@Test
	void mergesPoolsOnlyForASingleRequest() {
		forRandomRequests(PlannedAssignment::mergesPoolsOnlyForASingleRequest);
	}

	@Test
	void listsTracklessRequestsLastAndBestFirst() {
		forRandomRequests(PlannedAssignment::listsTracklessRequestsLastAndBestFirst);
	}

	@Test
	void putsEachTracklessRequestIntoTheSmallestGroupOfItsGenre() {
		forRandomRequests(PlannedAssignment::putsEachTracklessRequestIntoTheSmallestGroupOfItsGenre);
	}

	@Test
	void hasAllPropertiesForEveryDistributionOfUpToThreeTracksPerGenre() {
		Random random = new Random(5);
		AssignmentRuns.everyDistribution(3)
			.forEach((tracks) -> new PlannedAssignment(AssignmentRuns.requests(random, tracks)).hasAllProperties());
	}

	@Test
	void doesNotDependOnTheOrderOfItsInput() {
		Random random = new Random(11);
		for (int i = 0; i < REPETITIONS; i++) {
			List<PendingRequest> pending = AssignmentRuns.randomRequests(random);
			GroupPlan expected = GroupPlanner.plan(pending);

			Collections.shuffle(pending, random);

			assertThat(GroupPlanner.plan(pending)).as(pending::toString).isEqualTo(expected);
		}
	}

	@Test
	void doesNotChangeItsInput() {
		List<PendingRequest> pending = List.copyOf(AssignmentRuns.randomRequests(new Random(12)));

		assertThat(GroupPlanner.plan(pending)).isEqualTo(GroupPlanner.plan(pending));
	}

	private static void forRandomRequests(Consumer<PlannedAssignment> property) {
		Random random = new Random(7);
		for (int i = 0; i < REPETITIONS; i++) {
			property.accept(new PlannedAssignment(AssignmentRuns.randomRequests(random)));
		}
	}

}
