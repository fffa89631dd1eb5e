package com.howsmytrack.feedback.response;

import com.howsmytrack.graphql.Refusal;

/// What cannot be done with a response. The messages are part of the wire contract.
final class ResponseRefusals {

	static final Refusal UNKNOWN_RESPONSE = new Refusal("UNKNOWN_RESPONSE", "Invalid feedback_response_id",
			"feedbackResponseId");

	static final Refusal ALREADY_SUBMITTED = new Refusal("ALREADY_SUBMITTED", "Feedback has already been submitted",
			"feedbackResponseId");

	static final Refusal NOT_SUBMITTED = new Refusal("NOT_SUBMITTED",
			"This feedback has not been submitted and cannot be rated.", "feedbackResponseId");

	static final Refusal ALREADY_RATED = new Refusal("ALREADY_RATED", "Feedback has already been rated",
			"feedbackResponseId");

	static final Refusal INVALID_RATING = new Refusal("INVALID_RATING", "Invalid rating", "rating");

	private ResponseRefusals() {
	}

}
