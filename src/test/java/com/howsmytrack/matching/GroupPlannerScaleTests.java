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

/// Needs no time limit: a planner of quadratic complexity would not end.
class GroupPlannerScaleTests {

	private static final int MILLION = 1_000_000;

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	/// Each genre has 142,857 requests, and the first genre one more. Both numbers make
	/// 35,715 groups.
	@Test
	void plansAMillionTracks() {
		GroupPlan plan = planOf(MILLION, (id) -> request(id, Genre.values()[id % 7], true));

		assertThat(plan.groups()).hasSize(7 * 35_715);
		assertThat(distinctMembersOf(plan)).isEqualTo(MILLION);
	}

	/// No group has the genre of the trackless requests, so that each of them needs the
	/// smallest of all groups.
	@Test
	void distributesAHundredThousandTracklessRequestsOverTwentyFiveThousandGroups() {
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

	/// In reverse order, which is sorted in linear time: the tests measure the planner,
	/// not the sort.
	private static PendingRequest request(int id, Genre genre, boolean hasTrack) {
		return new PendingRequest(id, genre, 1 + 4.0 * id / MILLION, NOON.plusSeconds(id), hasTrack);
	}

	private static long distinctMembersOf(GroupPlan plan) {
		return plan.groups().stream().map(GroupToForm::requests).flatMap(List::stream).distinct().count();
	}

}
