package com.howsmytrack.matching;

import java.util.Comparator;

import com.howsmytrack.feedback.PendingRequest;

/// The order of the requests in a pool. Neighbours in this order share a group.
final class RequestOrder {

	/// Best rating first, unrated last; at equal ratings, oldest first. The id decides
	/// between requests of the same instant, so that the order in which requests are read
	/// does not change the plan.
	static final Comparator<PendingRequest> BEST_FIRST = Comparator
		.comparing(PendingRequest::rating, Comparator.nullsLast(Comparator.reverseOrder()))
		.thenComparing(PendingRequest::createdAt)
		.thenComparingLong(PendingRequest::id);

	private RequestOrder() {
	}

}
