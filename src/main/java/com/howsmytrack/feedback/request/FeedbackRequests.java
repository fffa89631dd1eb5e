package com.howsmytrack.feedback.request;

import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/// In SQL, for the reason that Accounts has.
interface FeedbackRequests extends Repository<FeedbackRequest, Long> {

	@NativeQuery("SELECT * FROM feedback_request WHERE account_id = :accountId AND feedback_group_id IS NULL")
	Optional<FeedbackRequest> findPendingOf(long accountId);

	@NativeQuery("""
			SELECT EXISTS (SELECT FROM feedback_request WHERE account_id = :accountId AND feedback_group_id IS NULL)""")
	boolean hasPending(long accountId);

	@NativeQuery("""
			SELECT EXISTS (SELECT FROM feedback_request WHERE media_url = :mediaUrl AND feedback_group_id IS NULL)""")
	boolean isPending(String mediaUrl);

	/// Locked, so that the night cannot take the request while its owner changes it; or
	/// waits until the night has taken it, and shows that.
	@NativeQuery("SELECT * FROM feedback_request WHERE id = :id AND account_id = :accountId FOR NO KEY UPDATE")
	Optional<FeedbackRequest> findLocked(long id, long accountId);

	/// Writes at once, so that a violated constraint is known here and not at the end of
	/// the transaction.
	FeedbackRequest saveAndFlush(FeedbackRequest request);

	void delete(FeedbackRequest request);

}
