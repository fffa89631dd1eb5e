package com.howsmytrack.matching;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// No clock is looked at here: a plan that compared everybody with everybody would not end tonight.
class GroupPlannerScaleTests {

	private static final int MILLION = 1_000_000;

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	/// 142,857 requests in each genre, and one more in the first: either way three or two
	/// groups of 3 and the rest of 4.
	@Test
	void plansAMillionTracks() {
		GroupPlan plan = planOf(MILLION, (id) -> request(id, Genre.values()[id % 7], true));

		assertThat(plan.groups()).hasSize(7 * 35_715);
		assertThat(distinctMembersOf(plan)).isEqualTo(MILLION);
	}

	/// Nobody has the genre of the trackless, so that each of them looks for the smallest
	/// of all groups.
	@Test
	void spreadsAHundredThousandTracklessOverTwentyFiveThousandGroups() {
		GroupPlan plan = planOf(200_000, (id) -> switch (id % 4) {
			case 0 -> request(id, Genre.JAZZ, true);
			case 1 -> request(id, Genre.POP, true);
			default -> request(id, Genre.HIPHOP, false);
		});

		assertThat(plan.groups().stream().mapToInt((group) -> group.requests().size()).distinct()).containsExactly(8);
		assertThat(distinctMembersOf(plan)).isEqualTo(200_000);
	}

	private static GroupPlan planOf(int requests, IntFunction<PendingRequest> request) {
		List<PendingRequest> pending = IntStream.range(0, requests).mapToObj(request).toList();

		return GroupPlanner.plan(pending);
	}

	/// The best rated come last. Sorting what is merely the wrong way round takes no
	/// time, and sorting is not ours to test.
	private static PendingRequest request(int id, Genre genre, boolean hasTrack) {
		return new PendingRequest(id, genre, 1 + 4.0 * id / MILLION, NOON.plusSeconds(id), hasTrack);
	}

	private static long distinctMembersOf(GroupPlan plan) {
		return plan.groups().stream().map(GroupToForm::requests).flatMap(List::stream).distinct().count();
	}

}
