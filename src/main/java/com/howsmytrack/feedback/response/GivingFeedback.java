package com.howsmytrack.feedback.response;

import java.time.Clock;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.TextLimit;
import com.howsmytrack.graphql.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Members submit their forms and rate what others submitted. A response that is not there and one that is
/// someone else's are the same.
@Component
class GivingFeedback {

	private final FeedbackResponses responses;

	private final Clock clock;

	GivingFeedback(FeedbackResponses responses, Clock clock) {
		this.responses = responses;
		this.clock = clock;
	}

	@Transactional
	Optional<Refusal> submit(AccountId responder, long responseId, String feedback, boolean allowReplies) {
		Optional<Refusal> unusable = TextLimit.FEEDBACK.checkNotBlank(feedback);
		if (unusable.isPresent()) {
			return unusable;
		}
		return this.responses.findByIdAndResponderId(responseId, responder.value())
			.map((response) -> response.submit(feedback, allowReplies, this.clock.instant()))
			.orElseGet(() -> Optional.of(ResponseRefusals.UNKNOWN_RESPONSE));
	}

	@Transactional
	Optional<Refusal> rate(AccountId trackOwner, long responseId, int stars) {
		return this.responses.findByIdAndOwnerId(responseId, trackOwner.value())
			.map((response) -> response.rate(stars))
			.orElseGet(() -> Optional.of(ResponseRefusals.UNKNOWN_RESPONSE));
	}

}
