package com.howsmytrack.matching;

import java.util.Comparator;

import com.howsmytrack.feedback.PendingRequest;

/// The order that makes the tiers: whoever are neighbours in it share a group.
final class Tiering {

	/// Best rating first, unrated last, then oldest first. Requests of the same instant
	/// go by id, so that the order is total and one set of requests has one plan,
	/// whatever order they are read in.
	static final Comparator<PendingRequest> BEST_FIRST = Comparator
		.comparing(PendingRequest::rating, Comparator.nullsLast(Comparator.reverseOrder()))
		.thenComparing(PendingRequest::createdAt)
		.thenComparingLong(PendingRequest::id);

	private Tiering() {
	}

}
