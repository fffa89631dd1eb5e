package com.howsmytrack.matching;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static com.howsmytrack.matching.AssignmentRuns.group;
import static com.howsmytrack.matching.AssignmentRuns.planOf;
import static com.howsmytrack.matching.AssignmentRuns.ratedTrackless;
import static com.howsmytrack.matching.AssignmentRuns.threeTracks;
import static com.howsmytrack.matching.AssignmentRuns.trackless;
import static com.howsmytrack.matching.AssignmentRuns.tracks;
import static com.howsmytrack.track.Genre.ELECTRONIC;
import static com.howsmytrack.track.Genre.HIPHOP;
import static com.howsmytrack.track.Genre.JAZZ;
import static com.howsmytrack.track.Genre.POP;
import static org.assertj.core.api.Assertions.assertThat;

class GroupPlannerTracklessTests {

	@Test
	void joinTheGroupOfTheirGenreEvenIfAnotherIsSmaller() {
		GroupPlan plan = planOf(threeTracks(JAZZ, 1), tracks(POP, 4, 5), trackless(JAZZ, 6));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L, 6L), group(Set.of(POP), 4L, 5L));
	}

	@Test
	void joinAMergedPoolThatHasTheirGenre() {
		GroupPlan plan = planOf(tracks(JAZZ, 1), threeTracks(POP, 2), tracks(HIPHOP, 5, 6, 7, 8), trackless(JAZZ, 9));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ, POP), 1L, 2L, 3L, 4L, 9L),
				group(Set.of(HIPHOP), 5L, 6L, 7L, 8L));
	}

	@Test
	void countInTheSizeOfAGroupForTheNextOfTheSameGenre() {
		GroupPlan plan = planOf(tracks(JAZZ, 1, 2, 3, 4, 5), trackless(JAZZ, 6, 7, 8));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L, 7L),
				group(Set.of(JAZZ), 4L, 5L, 6L, 8L));
	}

	@Test
	void joinTheSmallestOfAllGroupsWhenNoGroupHasTheirGenre() {
		GroupPlan plan = planOf(threeTracks(JAZZ, 1), tracks(POP, 4, 5), trackless(HIPHOP, 6));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L), group(Set.of(POP), 4L, 5L, 6L));
	}

	@Test
	void countInTheSizeOfAGroupForTheNextOfAnotherGenre() {
		GroupPlan plan = planOf(tracks(JAZZ, 1, 2, 3, 4, 5), trackless(HIPHOP, 6), trackless(JAZZ, 7),
				trackless(HIPHOP, 8));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L, 7L),
				group(Set.of(JAZZ), 4L, 5L, 6L, 8L));
	}

	@Test
	void joinTheBestRatedOfEquallySmallGroups() {
		GroupPlan plan = planOf(tracks(JAZZ, 1, 2, 3, 4, 5, 6), trackless(JAZZ, 7));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L, 7L), group(Set.of(JAZZ), 4L, 5L, 6L));
	}

	@Test
	void joinTheFirstPlannedOfEquallySmallGroupsInSeveralPools() {
		GroupPlan plan = planOf(tracks(POP, 1, 2), tracks(JAZZ, 3, 4), trackless(HIPHOP, 5));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 3L, 4L, 5L), group(Set.of(POP), 1L, 2L));
	}

	@Test
	void joinInTheOrderOfTheirRatings() {
		GroupPlan plan = planOf(tracks(JAZZ, 1, 2, 3, 4, 5), trackless(JAZZ, 6), ratedTrackless(1, JAZZ, 7),
				ratedTrackless(4, JAZZ, 8));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 3L, 7L),
				group(Set.of(JAZZ), 4L, 5L, 8L, 6L));
	}

	@Test
	void makeNoPoolOfTheirOwn() {
		GroupPlan plan = planOf(tracks(JAZZ, 1, 2), tracks(POP, 3, 4), trackless(HIPHOP, 5), trackless(ELECTRONIC, 6));

		assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L, 5L), group(Set.of(POP), 3L, 4L, 6L));
	}

}
