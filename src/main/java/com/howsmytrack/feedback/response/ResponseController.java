package com.howsmytrack.feedback.response;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ResponseController {

	private final FeedbackSubmission submission;

	ResponseController(FeedbackSubmission submission) {
		this.submission = submission;
	}

	@MutationMapping
	MutationResult submitFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument String feedback, @Argument boolean allowReplies) {
		return MutationResult.of(this.submission.submit(me, feedbackResponseId, feedback, allowReplies));
	}

	@MutationMapping
	MutationResult rateFeedbackResponse(@CurrentMember AccountId me, @Argument int feedbackResponseId,
			@Argument int rating) {
		return MutationResult.of(this.submission.rate(me, feedbackResponseId, rating));
	}

}
