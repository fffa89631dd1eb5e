package com.howsmytrack.matching;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.howsmytrack.feedback.PendingRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a plan promises on any night: checked one by one on random nights, all together on every small one.
class GroupPlannerPropertyTests {

	private static final int RANDOM_NIGHTS = 400;

	@Test
	void plansEveryRequestOnce() {
		onRandomNights(PlannedAssignment::plansEveryRequestOnce);
	}

	@Test
	void leavesOnlyALoneTrackAndItsTracklessPending() {
		onRandomNights(PlannedAssignment::leavesOnlyALoneTrackAndItsTracklessPending);
	}

	@Test
	void givesEveryGroupTwoToFourTracks() {
		onRandomNights(PlannedAssignment::givesEveryGroupTwoToFourTracks);
	}

	@Test
	void makesPairsOnlyOfTwoOrFive() {
		onRandomNights(PlannedAssignment::makesPairsOnlyOfTwoOrFive);
	}

	@Test
	void cutsPoolsIntoNeighbours() {
		onRandomNights(PlannedAssignment::cutsPoolsIntoNeighbours);
	}

	@Test
	void cutsWholePoolsTheLargestFirst() {
		onRandomNights(PlannedAssignment::cutsWholePoolsTheLargestFirst);
	}

	@Test
	void putsEveryGenreIntoOnePool() {
		onRandomNights(PlannedAssignment::putsEveryGenreIntoOnePool);
	}

	@Test
	void mergesPoolsOnlyForASingle() {
		onRandomNights(PlannedAssignment::mergesPoolsOnlyForASingle);
	}

	@Test
	void putsTracklessLastAndInOrder() {
		onRandomNights(PlannedAssignment::putsTracklessLastAndInOrder);
	}

	@Test
	void putsTracklessIntoTheSmallestGroupOfTheirGenre() {
		onRandomNights(PlannedAssignment::putsTracklessIntoTheSmallestGroupOfTheirGenre);
	}

	@Test
	void keepsAllPromisesOnEveryDistributionOfUpToThreeTracksPerGenre() {
		Random random = new Random(5);
		AssignmentRuns.everyDistribution(3)
			.forEach((tracks) -> new PlannedAssignment(AssignmentRuns.night(random, tracks)).keepsAllPromises());
	}

	@Test
	void doesNotCareInWhichOrderRequestsAreRead() {
		Random random = new Random(11);
		for (int i = 0; i < RANDOM_NIGHTS; i++) {
			List<PendingRequest> pending = AssignmentRuns.randomNight(random);
			GroupPlan expected = GroupPlanner.plan(pending);

			Collections.shuffle(pending, random);

			assertThat(GroupPlanner.plan(pending)).as(pending::toString).isEqualTo(expected);
		}
	}

	@Test
	void leavesItsInputAlone() {
		List<PendingRequest> pending = List.copyOf(AssignmentRuns.randomNight(new Random(12)));

		assertThat(GroupPlanner.plan(pending)).isEqualTo(GroupPlanner.plan(pending));
	}

	private static void onRandomNights(Consumer<PlannedAssignment> promise) {
		Random random = new Random(7);
		for (int i = 0; i < RANDOM_NIGHTS; i++) {
			promise.accept(new PlannedAssignment(AssignmentRuns.randomNight(random)));
		}
	}

}
