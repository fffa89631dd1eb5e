package com.howsmytrack.feedback.response;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ResponseController {

	private final GivingFeedback givingFeedback;

	ResponseController(GivingFeedback givingFeedback) {
		this.givingFeedback = givingFeedback;
	}

	@MutationMapping
	MutationResult submitFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument String feedback, @Argument boolean allowReplies) {
		return MutationResult.of(this.givingFeedback.submit(me, feedbackResponseId, feedback, allowReplies));
	}

	@MutationMapping
	MutationResult rateFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument int rating) {
		return MutationResult.of(this.givingFeedback.rate(me, feedbackResponseId, rating));
	}

}
