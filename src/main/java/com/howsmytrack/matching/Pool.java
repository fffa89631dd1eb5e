package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// Requests with a track that are grouped among each other.
///
/// @param genres iterated in the order of the constants
/// @param requests in the order of the tiering
record Pool(Set<Genre> genres, List<PendingRequest> requests) {

	static Pool of(Genre genre, List<PendingRequest> requests) {
		return new Pool(Collections.unmodifiableSet(EnumSet.of(genre)), requests);
	}

	int size() {
		return this.requests.size();
	}

	boolean isSingle() {
		return this.requests.size() == 1;
	}

	/// Sorted again, so that the tiers run across the genres of the merged pool.
	Pool mergedWith(Pool other) {
		EnumSet<Genre> allGenres = EnumSet.copyOf(this.genres);
		allGenres.addAll(other.genres);
		List<PendingRequest> allRequests = new ArrayList<>(this.size() + other.size());
		allRequests.addAll(this.requests);
		allRequests.addAll(other.requests);
		allRequests.sort(Tiering.BEST_FIRST);
		return new Pool(Collections.unmodifiableSet(allGenres), allRequests);
	}

	/// One list for each group, the members' requests in the order of the tiering.
	List<List<PendingRequest>> cut() {
		List<List<PendingRequest>> slices = new ArrayList<>();
		int from = 0;
		for (int size : GroupSizes.of(size())) {
			slices.add(this.requests.subList(from, from + size));
			from += size;
		}
		return slices;
	}

}
