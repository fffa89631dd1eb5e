package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// Divides the requests by genre, and merges pools so that none has a single request.
final class Pools {

	private static final Comparator<Pool> SMALLEST_FIRST = Comparator.comparingInt(Pool::size);

	private Pools() {
	}

	/// The pools in the order in which they are split into groups. Pools of the same size
	/// keep the order that the list had after the merges.
	///
	/// @param requests at least two requests with a track, best first
	static List<Pool> largestFirst(List<PendingRequest> requests) {
		List<Pool> pools = onePerGenre(requests);
		pools.sort(SMALLEST_FIRST);
		mergeSinglesWithNext(pools);
		mergeLastSingle(pools);
		pools.sort(SMALLEST_FIRST.reversed());
		return pools;
	}

	/// In the order of the genres. The later sorts are stable, so that pools of the same
	/// size keep it.
	private static List<Pool> onePerGenre(List<PendingRequest> requests) {
		Map<Genre, List<PendingRequest>> byGenre = new EnumMap<>(Genre.class);
		for (PendingRequest request : requests) {
			byGenre.computeIfAbsent(request.genre(), _ -> new ArrayList<>()).add(request);
		}
		List<Pool> pools = new ArrayList<>();
		byGenre.forEach((genre, ofGenre) -> pools.add(Pool.of(genre, ofGenre)));
		return pools;
	}

	/// While a pool other than the last one has a single request, the first such pool is
	/// merged with the next pool. One pass is enough, because the merged pool and all
	/// pools before it have more than one request.
	private static void mergeSinglesWithNext(List<Pool> pools) {
		for (int index = 0; index < pools.size() - 1; index++) {
			if (pools.get(index).isSingle()) {
				Pool next = pools.remove(index + 1);
				pools.set(index, pools.get(index).mergedWith(next));
			}
		}
	}

	/// The last pool was the largest. So it has a single request only if every genre had
	/// one, and then the other pools have two requests each by now. It is merged with the
	/// smallest of them, which is the first.
	private static void mergeLastSingle(List<Pool> pools) {
		if (pools.getLast().isSingle()) {
			Pool single = pools.removeLast();
			pools.set(0, pools.getFirst().mergedWith(single));
		}
	}

}
