package com.howsmytrack.matching;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.howsmytrack.feedback.PendingRequest;

/// Decides who sits with whom: people who write well with people who write well, within a genre as far as its numbers
/// allow. A pure function, so that a run can be repeated, tested and explained.
final class GroupPlanner {

	private GroupPlanner() {
	}

	/// @param pending in any order; the plan is the same
	static GroupPlan plan(Collection<PendingRequest> pending) {
		List<PendingRequest> withTrack = tiered(pending, PendingRequest::hasTrack);
		List<PendingRequest> trackless = tiered(pending, Predicate.not(PendingRequest::hasTrack));
		if (withTrack.size() < 2) {
			return allLeftPending(withTrack, trackless);
		}
		OpenGroups groups = new OpenGroups(Pools.largestFirst(withTrack));
		trackless.forEach(groups::joinSmallest);
		return new GroupPlan(groups.toForm(), List.of());
	}

	/// A lone track has no counterpart, and without a group there is nothing that a
	/// trackless request could join.
	private static GroupPlan allLeftPending(List<PendingRequest> withTrack, List<PendingRequest> trackless) {
		List<Long> ids = Stream.of(withTrack, trackless).flatMap(List::stream).map(PendingRequest::id).toList();
		return new GroupPlan(List.of(), ids);
	}

	private static List<PendingRequest> tiered(Collection<PendingRequest> pending, Predicate<PendingRequest> which) {
		return pending.stream().filter(which).sorted(Tiering.BEST_FIRST).toList();
	}

}
