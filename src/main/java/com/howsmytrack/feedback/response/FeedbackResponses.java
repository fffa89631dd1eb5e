package com.howsmytrack.feedback.response;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// Both finders lock: of two who submit or rate at once, the second sees what the first did.
interface FeedbackResponses extends Repository<FeedbackResponse, Long> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<FeedbackResponse> findByIdAndResponderId(long id, long responderId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<FeedbackResponse> findByIdAndOwnerId(long id, long ownerId);

}
