package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// A planned group that trackless requests can still join.
final class OpenGroup {

	/// Trackless requests that have joined count in the size, so that they are
	/// distributed evenly. Of groups of the same size, the first in the plan comes first.
	static final Comparator<OpenGroup> SMALLEST_FIRST = Comparator.comparingInt(OpenGroup::size)
		.thenComparingInt((group) -> group.index);

	private final int index;

	private final Set<Genre> genres;

	private final List<Long> requests;

	/// @param index the position in the plan
	/// @param requests with a track
	OpenGroup(int index, Set<Genre> genres, List<PendingRequest> requests) {
		this.index = index;
		this.genres = genres;
		this.requests = new ArrayList<>(requests.size());
		requests.forEach(this::join);
	}

	void join(PendingRequest request) {
		this.requests.add(request.id());
	}

	GroupToForm toForm() {
		return new GroupToForm(this.genres, List.copyOf(this.requests));
	}

	private int size() {
		return this.requests.size();
	}

}
