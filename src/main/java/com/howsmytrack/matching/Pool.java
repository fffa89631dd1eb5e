package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// Requests with a track that are put into groups together.
///
/// @param genres iterated in the order of the constants
/// @param requests best first
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

	/// Sorts the requests of both pools together, so that neighbours in rating share a
	/// group independently of their genres.
	Pool mergedWith(Pool other) {
		EnumSet<Genre> allGenres = EnumSet.copyOf(this.genres);
		allGenres.addAll(other.genres);
		List<PendingRequest> allRequests = new ArrayList<>(this.size() + other.size());
		allRequests.addAll(this.requests);
		allRequests.addAll(other.requests);
		allRequests.sort(RequestOrder.BEST_FIRST);
		return new Pool(Collections.unmodifiableSet(allGenres), allRequests);
	}

	/// The requests of each group, best first.
	List<List<PendingRequest>> split() {
		List<List<PendingRequest>> groups = new ArrayList<>();
		int from = 0;
		for (int size : GroupSizes.of(size())) {
			groups.add(this.requests.subList(from, from + size));
			from += size;
		}
		return groups;
	}

}
