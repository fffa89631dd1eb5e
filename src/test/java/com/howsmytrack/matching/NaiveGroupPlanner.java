package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// A second implementation of the grouping rules. It follows their text word by word and is slow; the comments quote
/// the text. It shares no code with the planner, so that an error in one of the two is found.
final class NaiveGroupPlanner {

	private record Group(List<PendingRequest> pool, List<PendingRequest> members) {
	}

	static GroupPlan plan(Collection<PendingRequest> pending) {
		List<PendingRequest> withTrack = new ArrayList<>();
		List<PendingRequest> trackless = new ArrayList<>();
		for (PendingRequest request : inOrder(pending)) {
			(request.hasTrack() ? withTrack : trackless).add(request);
		}

		List<List<PendingRequest>> pools = smallestFirst(byGenre(withTrack));
		// "While a pool other than the last in the list has a single request,
		// the first such pool is merged with the pool after it and keeps its place."
		while (firstSingleBeforeLast(pools) >= 0) {
			int place = firstSingleBeforeLast(pools);
			pools.get(place).addAll(pools.remove(place + 1));
		}
		// "If the last pool is left with a single request, it is merged with the smallest
		// other pool."
		if (pools.size() > 1 && pools.getLast().size() == 1) {
			List<PendingRequest> last = pools.removeLast();
			smallestFirst(pools).getFirst().addAll(last);
		}
		// "With one request in total, it stays pending."
		List<Long> leftPending = new ArrayList<>();
		if (withTrack.size() == 1) {
			leftPending.add(withTrack.getFirst().id());
			pools.clear();
		}

		// "Cut each pool, the largest pool first, its requests in order, into groups"
		List<Group> groups = new ArrayList<>();
		for (int size = withTrack.size(); size > 0; size--) {
			for (List<PendingRequest> pool : pools) {
				if (pool.size() == size) {
					groups.addAll(cut(pool));
				}
			}
		}

		// "Then the trackless requests, best rating first: each joins the smallest of
		// tonight's groups whose pool has its genre, else the smallest of tonight's
		// groups. With no group tonight, it stays pending."
		for (PendingRequest request : trackless) {
			List<Group> candidates = new ArrayList<>();
			for (Group group : groups) {
				if (genres(group.pool()).contains(request.genre())) {
					candidates.add(group);
				}
			}
			if (candidates.isEmpty()) {
				candidates = groups;
			}
			if (candidates.isEmpty()) {
				leftPending.add(request.id());
			}
			else {
				smallestOf(candidates).members().add(request);
			}
		}

		List<GroupToForm> toForm = new ArrayList<>();
		for (Group group : groups) {
			toForm.add(new GroupToForm(genres(group.pool()), ids(group.members())));
		}
		return new GroupPlan(toForm, leftPending);
	}

	/// "Order by the owner's rating, best first, unrated last; ties by age, oldest
	/// first."
	private static List<PendingRequest> inOrder(Collection<PendingRequest> requests) {
		List<PendingRequest> rest = new ArrayList<>(requests);
		List<PendingRequest> ordered = new ArrayList<>();
		while (!rest.isEmpty()) {
			int first = 0;
			for (int other = 1; other < rest.size(); other++) {
				if (isBefore(rest.get(other), rest.get(first))) {
					first = other;
				}
			}
			ordered.add(rest.remove(first));
		}
		return ordered;
	}

	private static boolean isBefore(PendingRequest one, PendingRequest other) {
		double rating = (one.rating() != null) ? one.rating() : 0;
		double otherRating = (other.rating() != null) ? other.rating() : 0;
		if (rating != otherRating) {
			return rating > otherRating;
		}
		if (!one.createdAt().equals(other.createdAt())) {
			return one.createdAt().isBefore(other.createdAt());
		}
		return one.id() < other.id();
	}

	/// "Separate by genre into pools"
	private static List<List<PendingRequest>> byGenre(List<PendingRequest> requests) {
		List<List<PendingRequest>> pools = new ArrayList<>();
		for (Genre genre : Genre.values()) {
			List<PendingRequest> pool = new ArrayList<>();
			for (PendingRequest request : requests) {
				if (request.genre() == genre) {
					pool.add(request);
				}
			}
			if (!pool.isEmpty()) {
				pools.add(pool);
			}
		}
		return pools;
	}

	/// "listed smallest first (equal sizes in the order of the genres below)". The input
	/// is in the order of the genres.
	private static List<List<PendingRequest>> smallestFirst(List<List<PendingRequest>> pools) {
		List<List<PendingRequest>> listed = new ArrayList<>();
		for (int size = 1; listed.size() < pools.size(); size++) {
			for (List<PendingRequest> pool : pools) {
				if (pool.size() == size) {
					listed.add(pool);
				}
			}
		}
		return listed;
	}

	private static int firstSingleBeforeLast(List<List<PendingRequest>> pools) {
		for (int place = 0; place < pools.size() - 1; place++) {
			if (pools.get(place).size() == 1) {
				return place;
			}
		}
		return -1;
	}

	private static List<Group> cut(List<PendingRequest> pool) {
		List<PendingRequest> rest = inOrder(pool);
		List<Group> groups = new ArrayList<>();
		while (!rest.isEmpty()) {
			List<PendingRequest> members = new ArrayList<>();
			for (int size = sizeOfNext(rest.size()); size > 0; size--) {
				members.add(rest.removeFirst());
			}
			groups.add(new Group(pool, members));
		}
		return groups;
	}

	/// "groups of 4 are cut off the front while more than 9 remain or the rest divides by
	/// 4", and the rule for the rest.
	private static int sizeOfNext(int remaining) {
		return switch (remaining) {
			case 4, 8 -> 4;
			case 3, 6, 9 -> 3;
			case 2 -> 2;
			case 5 -> 3;
			case 7 -> 4;
			default -> {
				assert remaining > 9;
				yield 4;
			}
		};
	}

	private static Group smallestOf(List<Group> groups) {
		Group smallest = groups.getFirst();
		for (Group group : groups) {
			if (group.members().size() < smallest.members().size()) {
				smallest = group;
			}
		}
		return smallest;
	}

	private static Set<Genre> genres(List<PendingRequest> pool) {
		Set<Genre> genres = EnumSet.noneOf(Genre.class);
		pool.forEach((request) -> genres.add(request.genre()));
		return genres;
	}

	private static List<Long> ids(List<PendingRequest> requests) {
		return requests.stream().map(PendingRequest::id).toList();
	}

}
