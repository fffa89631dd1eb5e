package com.howsmytrack.feedback.request;

import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/// The queries are SQL, not JPQL, for the reason stated in `Accounts`.
interface FeedbackRequests extends Repository<FeedbackRequest, Long> {

	@NativeQuery("SELECT * FROM feedback_request WHERE account_id = :accountId AND feedback_group_id IS NULL")
	Optional<FeedbackRequest> findPendingOf(long accountId);

	@NativeQuery("""
			SELECT EXISTS (SELECT FROM feedback_request WHERE account_id = :accountId AND feedback_group_id IS NULL)""")
	boolean hasPending(long accountId);

	@NativeQuery("""
			SELECT EXISTS (SELECT FROM feedback_request
				WHERE coalesce(track_key, media_url) = :trackKey AND feedback_group_id IS NULL)""")
	boolean isPending(String trackKey);

	/// The lock excludes the assignment run. If the run already holds the row, the
	/// statement waits and then returns the grouped request.
	@NativeQuery("SELECT * FROM feedback_request WHERE id = :id AND account_id = :accountId FOR NO KEY UPDATE")
	Optional<FeedbackRequest> findLocked(long id, long accountId);

	/// Writes at once, so that a violated constraint is reported here and not at the end
	/// of the transaction.
	FeedbackRequest saveAndFlush(FeedbackRequest request);

	void delete(FeedbackRequest request);

}
