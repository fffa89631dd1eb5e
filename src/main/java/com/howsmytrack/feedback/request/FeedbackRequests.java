package com.howsmytrack.feedback.request;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface FeedbackRequests extends Repository<FeedbackRequest, Long> {

	Optional<FeedbackRequest> findByAccountIdAndFeedbackGroupIdIsNull(long accountId);

	boolean existsByAccountIdAndFeedbackGroupIdIsNull(long accountId);

	boolean existsByMediaUrlAndFeedbackGroupIdIsNull(String mediaUrl);

	/// Locked, so that the night cannot take the request while its owner changes it; or
	/// waits until the night has taken it, and shows that.
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<FeedbackRequest> findByIdAndAccountId(long id, long accountId);

	/// Writes at once, so that a violated constraint is known here and not at the end of
	/// the transaction.
	FeedbackRequest saveAndFlush(FeedbackRequest request);

	void delete(FeedbackRequest request);

}
