package com.howsmytrack.matching;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.PendingRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static com.howsmytrack.matching.AssignmentRuns.group;
import static com.howsmytrack.matching.AssignmentRuns.planOf;
import static com.howsmytrack.matching.AssignmentRuns.ratedTrack;
import static com.howsmytrack.matching.AssignmentRuns.threeTracks;
import static com.howsmytrack.matching.AssignmentRuns.trackless;
import static com.howsmytrack.matching.AssignmentRuns.tracks;
import static com.howsmytrack.track.Genre.ELECTRONIC;
import static com.howsmytrack.track.Genre.HIPHOP;
import static com.howsmytrack.track.Genre.JAZZ;
import static com.howsmytrack.track.Genre.NO_GENRE;
import static com.howsmytrack.track.Genre.POP;
import static com.howsmytrack.track.Genre.ROCK_METAL_PUNK;
import static com.howsmytrack.track.Genre.URBAN_RNB;
import static org.assertj.core.api.Assertions.assertThat;

class GroupPlannerTests {

	@Nested
	class Order {

		@Test
		void neighboursInRatingShareAGroup() {
			GroupPlan plan = planOf(ratedTrack(1.5, JAZZ, 1), ratedTrack(5, JAZZ, 2), ratedTrack(2, JAZZ, 3),
					ratedTrack(4.5, JAZZ, 4), ratedTrack(4, JAZZ, 5), ratedTrack(3, JAZZ, 6));

			assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 2L, 4L, 5L), group(Set.of(JAZZ), 6L, 3L, 1L));
		}

		@Test
		void unratedRequestsComeLast() {
			GroupPlan plan = planOf(tracks(JAZZ, 1, 2), ratedTrack(1, JAZZ, 3));

			assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 3L, 1L, 2L));
		}

		@Test
		void theOlderOfTwoEqualRatingsComesFirst() {
			Instant morning = Instant.parse("2026-03-01T06:00:00Z");
			PendingRequest younger = new PendingRequest(1, JAZZ, 3.5, morning.plusSeconds(1), true);
			PendingRequest older = new PendingRequest(2, JAZZ, 3.5, morning, true);

			assertThat(planOf(List.of(younger, older)).groups()).containsExactly(group(Set.of(JAZZ), 2L, 1L));
		}

		@Test
		void theIdDecidesBetweenRequestsOfOneInstant() {
			Instant morning = Instant.parse("2026-03-01T06:00:00Z");
			PendingRequest second = new PendingRequest(2, JAZZ, 3.5, morning, true);
			PendingRequest first = new PendingRequest(1, JAZZ, 3.5, morning, true);

			assertThat(planOf(List.of(second, first)).groups()).containsExactly(group(Set.of(JAZZ), 1L, 2L));
		}

	}

	@Nested
	class PoolsOfGenres {

		@Test
		void genresWithTwoOrMoreRequestsAreNotMerged() {
			GroupPlan plan = planOf(tracks(JAZZ, 1, 3), tracks(POP, 2, 4));

			assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ), 1L, 3L), group(Set.of(POP), 2L, 4L));
		}

		@Test
		void theLargestPoolIsPlannedFirst() {
			GroupPlan plan = planOf(tracks(ELECTRONIC, 1, 2), threeTracks(POP, 3));

			assertThat(plan.groups()).containsExactly(group(Set.of(POP), 3L, 4L, 5L),
					group(Set.of(ELECTRONIC), 1L, 2L));
		}

		@Test
		void aSingleJoinsTheNextLargerGenre() {
			GroupPlan plan = planOf(tracks(POP, 1), threeTracks(JAZZ, 2), tracks(HIPHOP, 5, 6));

			assertThat(plan.groups()).containsExactly(group(Set.of(POP, HIPHOP), 1L, 5L, 6L),
					group(Set.of(JAZZ), 2L, 3L, 4L));
		}

		@Test
		void aSingleJoinsTheFirstOfEquallyLargePoolsInTheOrderOfTheGenres() {
			GroupPlan plan = planOf(tracks(URBAN_RNB, 1), tracks(POP, 2, 3), tracks(ELECTRONIC, 4, 5));

			assertThat(plan.groups()).containsExactly(group(Set.of(URBAN_RNB, ELECTRONIC), 1L, 4L, 5L),
					group(Set.of(POP), 2L, 3L));
		}

		@Test
		void twoSinglesJoinEachOtherAndNoLargerPool() {
			GroupPlan plan = planOf(tracks(POP, 1), tracks(JAZZ, 2), threeTracks(HIPHOP, 3));

			assertThat(plan.groups()).containsExactly(group(Set.of(HIPHOP), 3L, 4L, 5L),
					group(Set.of(JAZZ, POP), 1L, 2L));
		}

		@Test
		void threeSinglesOfThreeGenresShareAGroup() {
			GroupPlan plan = planOf(tracks(POP, 1), tracks(JAZZ, 2), tracks(HIPHOP, 3));

			assertThat(plan.groups()).containsExactly(group(Set.of(HIPHOP, JAZZ, POP), 1L, 2L, 3L));
		}

		@Test
		void theLastOfFiveSinglesJoinsTheFirstPair() {
			GroupPlan plan = planOf(tracks(NO_GENRE, 1), tracks(ROCK_METAL_PUNK, 2), tracks(POP, 3), tracks(JAZZ, 4),
					tracks(ELECTRONIC, 5));

			assertThat(plan.groups()).containsExactly(group(Set.of(ELECTRONIC, JAZZ, NO_GENRE), 1L, 4L, 5L),
					group(Set.of(POP, ROCK_METAL_PUNK), 2L, 3L));
		}

		@Test
		void theThirdOfThreeSinglesJoinsTheNextLargerGenre() {
			GroupPlan plan = planOf(tracks(ELECTRONIC, 1), tracks(HIPHOP, 2), tracks(JAZZ, 3), tracks(POP, 4, 5));

			assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ, POP), 3L, 4L, 5L),
					group(Set.of(ELECTRONIC, HIPHOP), 1L, 2L));
		}

		@Test
		void aMergedPoolIsOrderedAcrossItsGenres() {
			GroupPlan plan = planOf(ratedTrack(4, POP, 1), ratedTrack(5, JAZZ, 2), ratedTrack(3, JAZZ, 3),
					ratedTrack(2, JAZZ, 4), ratedTrack(1, JAZZ, 5));

			assertThat(plan.groups()).containsExactly(group(Set.of(JAZZ, POP), 2L, 1L, 3L),
					group(Set.of(JAZZ, POP), 4L, 5L));
		}

		@Test
		void aMergedPoolKeepsItsPositionAmongPoolsOfItsSize() {
			GroupPlan plan = planOf(tracks(NO_GENRE, 1), tracks(ROCK_METAL_PUNK, 2, 3), threeTracks(ELECTRONIC, 4));

			assertThat(plan.groups()).containsExactly(group(Set.of(ROCK_METAL_PUNK, NO_GENRE), 1L, 2L, 3L),
					group(Set.of(ELECTRONIC), 4L, 5L, 6L));
		}

	}

	@Nested
	class LeftPending {

		@Test
		void noRequestsHaveAnEmptyPlan() {
			assertThat(planOf()).isEqualTo(new GroupPlan(List.of(), List.of()));
		}

		@Test
		void aSingleTrackStaysPending() {
			assertThat(planOf(tracks(JAZZ, 1))).isEqualTo(new GroupPlan(List.of(), List.of(1L)));
		}

		@Test
		void tracklessRequestsAloneMakeNoGroup() {
			assertThat(planOf(trackless(JAZZ, 1, 2))).isEqualTo(new GroupPlan(List.of(), List.of(1L, 2L)));
		}

		@Test
		void tracklessRequestsStayPendingWithASingleTrack() {
			GroupPlan plan = planOf(trackless(JAZZ, 1, 2), tracks(JAZZ, 3));

			assertThat(plan).isEqualTo(new GroupPlan(List.of(), List.of(3L, 1L, 2L)));
		}

		@Test
		void noRequestStaysPendingWithTwoTracks() {
			assertThat(planOf(tracks(JAZZ, 1), tracks(POP, 2), trackless(HIPHOP, 3)).leftPending()).isEmpty();
		}

	}

}
