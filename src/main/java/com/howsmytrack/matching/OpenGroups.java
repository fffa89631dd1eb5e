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

/// Tonight's groups, and the place of each trackless request among them.
///
/// Every group waits in one queue only, that of its pool. The smallest of all groups is the smallest among the heads of
/// the few queues, so there is no second queue over all groups that would have to learn of every size that changes.
final class OpenGroups {

	private final List<OpenGroup> inOrder = new ArrayList<>();

	private final List<PriorityQueue<OpenGroup>> queues = new ArrayList<>();

	/// No genre is in two pools: a pool takes in the whole of another.
	private final Map<Genre, PriorityQueue<OpenGroup>> queueOfGenre = new EnumMap<>(Genre.class);

	OpenGroups(List<Pool> pools) {
		for (Pool pool : pools) {
			PriorityQueue<OpenGroup> queue = new PriorityQueue<>(OpenGroup.SMALLEST_FIRST);
			for (List<PendingRequest> slice : pool.cut()) {
				OpenGroup group = new OpenGroup(this.inOrder.size(), pool.genres(), slice);
				this.inOrder.add(group);
				queue.add(group);
			}
			this.queues.add(queue);
			pool.genres().forEach((genre) -> this.queueOfGenre.put(genre, queue));
		}
	}

	void joinSmallest(PendingRequest trackless) {
		PriorityQueue<OpenGroup> queue = this.queueOfGenre.get(trackless.genre());
		if (queue == null) {
			queue = queueWithSmallest();
		}
		// Out of the queue while it grows: a queue does not notice changed elements.
		OpenGroup smallest = queue.remove();
		smallest.join(trackless);
		queue.add(smallest);
	}

	List<GroupToForm> toForm() {
		return this.inOrder.stream().map(OpenGroup::toForm).toList();
	}

	private PriorityQueue<OpenGroup> queueWithSmallest() {
		return this.queues.stream()
			.min(Comparator.comparing(PriorityQueue::element, OpenGroup.SMALLEST_FIRST))
			.orElseThrow();
	}

}
