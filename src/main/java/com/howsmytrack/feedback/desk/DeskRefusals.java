package com.howsmytrack.feedback.desk;

import com.howsmytrack.graphql.Refusal;

/// Why an operator cannot correct something.
final class DeskRefusals {

	static final Refusal UNKNOWN_REQUEST = new Refusal("UNKNOWN_REQUEST", "There is no such request.", "requestId");

	static final Refusal REQUEST_WITHOUT_OWNER = new Refusal("REQUEST_WITHOUT_OWNER",
			"The owner of this request has left its group. Nothing of theirs is in it.", "requestId");

	static final Refusal UNKNOWN_GROUP = new Refusal("UNKNOWN_GROUP", "There is no such group.", "groupId");

	static final Refusal REQUEST_ALREADY_THERE = new Refusal("REQUEST_ALREADY_THERE", "The request is there already.",
			"groupId");

	static final Refusal MEMBER_ALREADY_IN_GROUP = new Refusal("MEMBER_ALREADY_IN_GROUP",
			"The owner of the request has another request in that group.", "groupId");

	static final Refusal REQUEST_HAS_RESPONSES = new Refusal("REQUEST_HAS_RESPONSES",
			"There is feedback on this request, so it cannot be pending again.", "groupId");

	static final Refusal PENDING_REQUEST_EXISTS = new Refusal("PENDING_REQUEST_EXISTS",
			"The owner of the request has another request pending.", "groupId");

	static final Refusal TRACK_ALREADY_PENDING = new Refusal("TRACK_ALREADY_PENDING",
			"Another request for the same track is pending.", "groupId");

	static final Refusal UNKNOWN_RESPONSE = new Refusal("UNKNOWN_RESPONSE", "There is no such response.", "responseId");

	static final Refusal NOT_SUBMITTED = new Refusal("NOT_SUBMITTED",
			"This response has not been submitted: there is nothing to clear.", "responseId");

	private DeskRefusals() {
	}

}
