package com.howsmytrack.feedback.response;

import com.howsmytrack.feedback.FeedbackErrorCodes;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors of submitting and rating. The messages are part of the wire contract.
final class ResponseErrors {

	static final UserError UNKNOWN_RESPONSE = new UserError(FeedbackErrorCodes.UNKNOWN_RESPONSE,
			"Invalid feedback_response_id", "feedbackResponseId");

	static final UserError ALREADY_SUBMITTED = new UserError(new ErrorCode("ALREADY_SUBMITTED"),
			"Feedback has already been submitted", "feedbackResponseId");

	static final UserError NOT_SUBMITTED = new UserError(FeedbackErrorCodes.NOT_SUBMITTED,
			"This feedback has not been submitted and cannot be rated.", "feedbackResponseId");

	static final UserError ALREADY_RATED = new UserError(new ErrorCode("ALREADY_RATED"),
			"Feedback has already been rated", "feedbackResponseId");

	static final UserError INVALID_RATING = new UserError(new ErrorCode("INVALID_RATING"), "Invalid rating", "rating");

	private ResponseErrors() {
	}

}
