package com.howsmytrack.matching;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.howsmytrack.feedback.PendingRequest;

/// Plans the groups of an assignment run. Members of similar rating share a group, within one genre if it has enough
/// requests. A pure function: the same requests always have the same plan.
final class GroupPlanner {

	private GroupPlanner() {
	}

	/// @param pending in any order, which does not change the plan
	static GroupPlan plan(Collection<PendingRequest> pending) {
		List<PendingRequest> withTrack = sorted(pending, PendingRequest::hasTrack);
		List<PendingRequest> trackless = sorted(pending, Predicate.not(PendingRequest::hasTrack));
		if (withTrack.size() < 2) {
			return allLeftPending(withTrack, trackless);
		}
		OpenGroups groups = new OpenGroups(Pools.largestFirst(withTrack));
		trackless.forEach(groups::joinSmallest);
		return new GroupPlan(groups.toForm(), List.of());
	}

	/// A group needs two requests with a track. Without a group, trackless requests have
	/// nothing to join.
	private static GroupPlan allLeftPending(List<PendingRequest> withTrack, List<PendingRequest> trackless) {
		List<Long> ids = Stream.of(withTrack, trackless).flatMap(List::stream).map(PendingRequest::id).toList();
		return new GroupPlan(List.of(), ids);
	}

	private static List<PendingRequest> sorted(Collection<PendingRequest> pending,
			Predicate<PendingRequest> condition) {
		return pending.stream().filter(condition).sorted(RequestOrder.BEST_FIRST).toList();
	}

}
