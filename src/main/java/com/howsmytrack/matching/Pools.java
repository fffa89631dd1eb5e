package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// Separates a night's requests by genre, and sees to it that nobody is alone with a rare one.
final class Pools {

	private static final Comparator<Pool> SMALLEST_FIRST = Comparator.comparingInt(Pool::size);

	private Pools() {
	}

	/// The pools in the order in which they are cut. Equally large ones keep the order of
	/// the list they were merged in.
	///
	/// @param tiered at least two requests with a track, in the order of the tiering
	static List<Pool> largestFirst(List<PendingRequest> tiered) {
		List<Pool> pools = onePerGenre(tiered);
		pools.sort(SMALLEST_FIRST);
		mergeSinglesWithTheNext(pools);
		mergeLastSingle(pools);
		pools.sort(SMALLEST_FIRST.reversed());
		return pools;
	}

	/// In the order of the genres, which stable sorting keeps for pools of one size.
	private static List<Pool> onePerGenre(List<PendingRequest> tiered) {
		Map<Genre, List<PendingRequest>> byGenre = new EnumMap<>(Genre.class);
		for (PendingRequest request : tiered) {
			byGenre.computeIfAbsent(request.genre(), _ -> new ArrayList<>()).add(request);
		}
		List<Pool> pools = new ArrayList<>();
		byGenre.forEach((genre, requests) -> pools.add(Pool.of(genre, requests)));
		return pools;
	}

	/// One pass finds "the first single pool" again and again: a merged pool is no
	/// single, and neither is any before it.
	private static void mergeSinglesWithTheNext(List<Pool> pools) {
		for (int place = 0; place < pools.size() - 1; place++) {
			if (pools.get(place).isSingle()) {
				Pool next = pools.remove(place + 1);
				pools.set(place, pools.get(place).mergedWith(next));
			}
		}
	}

	/// The last pool was the largest, so it is a single only where every genre was one.
	/// The others are pairs by now: of equally small pools, the first in the list.
	private static void mergeLastSingle(List<Pool> pools) {
		if (pools.getLast().isSingle()) {
			Pool single = pools.removeLast();
			pools.set(0, pools.getFirst().mergedWith(single));
		}
	}

}
