package com.howsmytrack.feedback.reply;

import com.howsmytrack.feedback.FeedbackErrorCodes;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors of replying. The messages are part of the wire contract.
final class ReplyErrors {

	static final UserError UNKNOWN_RESPONSE = new UserError(FeedbackErrorCodes.UNKNOWN_RESPONSE,
			"Invalid feedback_response_id", "feedbackResponseId");

	static final UserError NOT_YOUR_CONVERSATION = new UserError(new ErrorCode("NOT_YOUR_CONVERSATION"),
			"You are not authorised to reply to this feedback.", "feedbackResponseId");

	static final UserError CONVERSATION_CLOSED = new UserError(new ErrorCode("CONVERSATION_CLOSED"),
			"You cannot reply to this feedback.", "feedbackResponseId");

	private ReplyErrors() {
	}

}
