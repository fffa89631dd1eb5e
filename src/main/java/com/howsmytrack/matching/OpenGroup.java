package com.howsmytrack.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.PendingRequest;
import com.howsmytrack.track.Genre;

/// A group of tonight that trackless requests may still join.
final class OpenGroup {

	/// Those who joined count like everybody else, which spreads the trackless. Of
	/// equally small groups, the one that was cut first.
	static final Comparator<OpenGroup> SMALLEST_FIRST = Comparator.comparingInt(OpenGroup::size)
		.thenComparingInt((group) -> group.place);

	private final int place;

	private final Set<Genre> genres;

	private final List<Long> requests;

	/// @param place in the order in which tonight's groups were cut
	OpenGroup(int place, Set<Genre> genres, List<PendingRequest> slice) {
		this.place = place;
		this.genres = genres;
		this.requests = new ArrayList<>(slice.size());
		slice.forEach(this::join);
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
