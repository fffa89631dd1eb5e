package com.howsmytrack.feedback.reply;

import com.howsmytrack.graphql.Refusal;

/// Why nobody can reply. The messages are part of the wire contract.
final class ReplyRefusals {

	static final Refusal UNKNOWN_RESPONSE = new Refusal("UNKNOWN_RESPONSE", "Invalid feedback_response_id",
			"feedbackResponseId");

	static final Refusal NOT_YOUR_CONVERSATION = new Refusal("NOT_YOUR_CONVERSATION",
			"You are not authorised to reply to this feedback.", "feedbackResponseId");

	static final Refusal CONVERSATION_CLOSED = new Refusal("CONVERSATION_CLOSED", "You cannot reply to this feedback.",
			"feedbackResponseId");

	private ReplyRefusals() {
	}

}
