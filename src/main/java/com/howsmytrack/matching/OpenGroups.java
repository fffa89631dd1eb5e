package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// The planned groups, which trackless requests join one after the other.
///
/// Each pool has a queue of its groups, the smallest group first. The smallest of all groups is the smallest among the
/// heads of these queues. A second queue over all groups would have to be updated at each change of a size.
final class OpenGroups {

	private final List<OpenGroup> groups = new ArrayList<>();

	private final List<PriorityQueue<OpenGroup>> queues = new ArrayList<>();

	/// Unambiguous, because pools are merged as a whole: no genre is in two pools.
	private final Map<Genre, PriorityQueue<OpenGroup>> queueOfGenre = new EnumMap<>(Genre.class);

	OpenGroups(List<Pool> pools) {
		for (Pool pool : pools) {
			PriorityQueue<OpenGroup> queue = new PriorityQueue<>(OpenGroup.SMALLEST_FIRST);
			for (List<PendingRequest> requests : pool.split()) {
				OpenGroup group = new OpenGroup(this.groups.size(), pool.genres(), requests);
				this.groups.add(group);
				queue.add(group);
			}
			this.queues.add(queue);
			pool.genres().forEach((genre) -> this.queueOfGenre.put(genre, queue));
		}
	}

	/// Adds the request to the smallest group of its genre, or to the smallest of all
	/// groups if no pool has its genre.
	void joinSmallest(PendingRequest trackless) {
		PriorityQueue<OpenGroup> queue = this.queueOfGenre.get(trackless.genre());
		if (queue == null) {
			queue = queueWithSmallest();
		}
		// Removed and added again, because a queue does not notice that an element
		// changed.
		OpenGroup smallest = queue.remove();
		smallest.join(trackless);
		queue.add(smallest);
	}

	List<GroupToForm> toForm() {
		return this.groups.stream().map(OpenGroup::toForm).toList();
	}

	private PriorityQueue<OpenGroup> queueWithSmallest() {
		return this.queues.stream()
			.min(Comparator.comparing(PriorityQueue::element, OpenGroup.SMALLEST_FIRST))
			.orElseThrow();
	}

}
