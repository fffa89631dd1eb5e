package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

import static org.assertj.core.api.Assertions.assertThat;

/// Pending requests and their plan, with a check for each property that every plan has.
final class PlannedAssignment {

	private final List<PendingRequest> bestFirst;

	private final Map<Long, PendingRequest> byId = new HashMap<>();

	private final int[] tracks = new int[Genre.values().length];

	private final GroupPlan plan;

	private final Map<Set<Genre>, List<GroupToForm>> groupsByPool = new LinkedHashMap<>();

	private final Map<GroupToForm, List<PendingRequest>> tracksByGroup = new LinkedHashMap<>();

	PlannedAssignment(Collection<PendingRequest> pending) {
		this.bestFirst = pending.stream().sorted(PlannedAssignment::byRatingThenAge).toList();
		for (PendingRequest request : pending) {
			this.byId.put(request.id(), request);
			this.tracks[request.genre().ordinal()] += (request.hasTrack()) ? 1 : 0;
		}
		this.plan = GroupPlanner.plan(pending);
		for (GroupToForm group : this.plan.groups()) {
			this.groupsByPool.computeIfAbsent(group.genres(), (_) -> new ArrayList<>()).add(group);
			List<PendingRequest> tracks = membersOf(group);
			tracks.removeIf((request) -> !request.hasTrack());
			this.tracksByGroup.put(group, tracks);
		}
	}

	void hasAllProperties() {
		plansEveryRequestOnce();
		leavesAllPendingOnlyWithLessThanTwoTracks();
		givesEveryGroupTwoToFourTracks();
		makesPairsOnlyInPoolsOfTwoOrFive();
		groupsNeighboursInRating();
		plansWholePoolsLargestFirst();
		putsEveryGenreIntoOnePool();
		mergesPoolsOnlyForASingleRequest();
		listsTracklessRequestsLastAndBestFirst();
		putsEachTracklessRequestIntoTheSmallestGroupOfItsGenre();
	}

	void plansEveryRequestOnce() {
		List<Long> planned = new ArrayList<>(this.plan.leftPending());
		this.plan.groups().forEach((group) -> planned.addAll(group.requests()));
		Collections.sort(planned);

		assertThat(planned).as(this::toString).isEqualTo(this.byId.keySet().stream().sorted().toList());
	}

	void leavesAllPendingOnlyWithLessThanTwoTracks() {
		boolean groupable = this.bestFirst.stream().filter(PendingRequest::hasTrack).count() >= 2;

		assertThat(this.plan.leftPending()).as(this::toString).hasSize(groupable ? 0 : this.bestFirst.size());
	}

	void givesEveryGroupTwoToFourTracks() {
		this.tracksByGroup.values().forEach((tracks) -> assertThat(tracks.size()).as(this::toString).isBetween(2, 4));
	}

	void makesPairsOnlyInPoolsOfTwoOrFive() {
		this.tracksByGroup.forEach((group, tracks) -> {
			if (tracks.size() == 2) {
				assertThat(sizeOfPool(group.genres())).as(this::toString).isIn(2, 5);
			}
		});
	}

	/// The groups of a pool, one after the other, contain the requests of the pool in
	/// their order. So each group is a section of that order.
	void groupsNeighboursInRating() {
		this.groupsByPool.forEach((genres, groups) -> {
			List<PendingRequest> planned = new ArrayList<>();
			groups.forEach((group) -> planned.addAll(this.tracksByGroup.get(group)));
			List<PendingRequest> pool = new ArrayList<>(this.bestFirst);
			pool.removeIf((request) -> !request.hasTrack() || !genres.contains(request.genre()));

			assertThat(planned).as(this::toString).isEqualTo(pool);
		});
	}

	void plansWholePoolsLargestFirst() {
		List<GroupToForm> groups = this.groupsByPool.values().stream().flatMap(List::stream).toList();
		List<Integer> sizes = this.groupsByPool.keySet().stream().map(this::sizeOfPool).toList();

		assertThat(this.plan.groups()).as(this::toString).isEqualTo(groups);
		assertThat(sizes).as(this::toString).isSortedAccordingTo(Collections.reverseOrder());
	}

	void putsEveryGenreIntoOnePool() {
		for (Genre genre : Genre.values()) {
			boolean grouped = tracksIn(genre) > 0 && !this.plan.groups().isEmpty();
			int pools = 0;
			for (Set<Genre> genres : this.groupsByPool.keySet()) {
				pools += (genres.contains(genre)) ? 1 : 0;
			}

			assertThat(pools).as(this::toString).isEqualTo(grouped ? 1 : 0);
		}
	}

	/// At most one genre of a merged pool had more than one request of its own.
	void mergesPoolsOnlyForASingleRequest() {
		for (Set<Genre> genres : this.groupsByPool.keySet()) {
			long notSingle = genres.stream().filter((genre) -> tracksIn(genre) > 1).count();

			assertThat(notSingle).as(this::toString).isLessThan(2);
			assertThat(genres.size()).as(this::toString).isLessThan(4);
		}
	}

	void listsTracklessRequestsLastAndBestFirst() {
		List<PendingRequest> trackless = this.bestFirst.stream().filter((request) -> !request.hasTrack()).toList();
		this.tracksByGroup.forEach((group, tracks) -> {
			List<PendingRequest> expected = new ArrayList<>(tracks);
			for (PendingRequest request : trackless) {
				if (group.requests().contains(request.id())) {
					expected.add(request);
				}
			}

			assertThat(membersOf(group)).as(this::toString).isEqualTo(expected);
		});
	}

	/// Repeats the joins one by one, and compares the joined group with the sizes before
	/// the join.
	void putsEachTracklessRequestIntoTheSmallestGroupOfItsGenre() {
		Map<GroupToForm, Integer> sizes = new LinkedHashMap<>();
		this.tracksByGroup.forEach((group, tracks) -> sizes.put(group, tracks.size()));
		for (PendingRequest request : this.bestFirst) {
			if (!request.hasTrack() && !sizes.isEmpty()) {
				GroupToForm joined = groupOf(request);
				boolean anyGenre = tracksIn(request.genre()) == 0;
				int smallest = sizes.keySet()
					.stream()
					.filter((group) -> anyGenre || group.genres().contains(request.genre()))
					.mapToInt(sizes::get)
					.min()
					.orElseThrow();

				assertThat(anyGenre || joined.genres().contains(request.genre())).as(this::toString).isTrue();
				assertThat(sizes.get(joined)).as(this::toString).isEqualTo(smallest);
				sizes.merge(joined, 1, Integer::sum);
			}
		}
	}

	@Override
	public String toString() {
		return this.plan + " of " + this.bestFirst;
	}

	private int tracksIn(Genre genre) {
		return this.tracks[genre.ordinal()];
	}

	private int sizeOfPool(Set<Genre> genres) {
		return genres.stream().mapToInt(this::tracksIn).sum();
	}

	private GroupToForm groupOf(PendingRequest request) {
		return this.plan.groups()
			.stream()
			.filter((group) -> group.requests().contains(request.id()))
			.findFirst()
			.orElseThrow();
	}

	private List<PendingRequest> membersOf(GroupToForm group) {
		List<PendingRequest> members = new ArrayList<>();
		group.requests().forEach((request) -> members.add(this.byId.get(request)));
		return members;
	}

	private static int byRatingThenAge(PendingRequest one, PendingRequest other) {
		double rating = (one.rating() != null) ? one.rating() : 0;
		double otherRating = (other.rating() != null) ? other.rating() : 0;
		if (rating != otherRating) {
			return Double.compare(otherRating, rating);
		}
		int age = one.createdAt().compareTo(other.createdAt());
		return (age != 0) ? age : Long.compare(one.id(), other.id());
	}

}
