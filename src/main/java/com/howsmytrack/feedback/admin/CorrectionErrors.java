package com.howsmytrack.feedback.admin;

import com.howsmytrack.feedback.FeedbackErrorCodes;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;

/// The user errors of corrections by operators.
final class CorrectionErrors {

	static final UserError UNKNOWN_REQUEST = new UserError(new ErrorCode("UNKNOWN_REQUEST"),
			"There is no such request.", "requestId");

	static final UserError REQUEST_WITHOUT_OWNER = new UserError(new ErrorCode("REQUEST_WITHOUT_OWNER"),
			"The owner of this request has deleted the account, or the request was removed from its group.",
			"requestId");

	static final UserError UNKNOWN_GROUP = new UserError(new ErrorCode("UNKNOWN_GROUP"), "There is no such group.",
			"groupId");

	static final UserError REQUEST_ALREADY_THERE = new UserError(new ErrorCode("REQUEST_ALREADY_THERE"),
			"The request is there already.", "groupId");

	static final UserError MEMBER_ALREADY_IN_GROUP = new UserError(new ErrorCode("MEMBER_ALREADY_IN_GROUP"),
			"The owner of the request has another request in that group.", "groupId");

	static final UserError REQUEST_HAS_RESPONSES = new UserError(new ErrorCode("REQUEST_HAS_RESPONSES"),
			"There is feedback on this request, so it cannot be pending again.", "groupId");

	static final UserError OWNER_HAS_SUBMITTED_FEEDBACK = new UserError(new ErrorCode("OWNER_HAS_SUBMITTED_FEEDBACK"),
			"The owner of the request has submitted feedback in its group, so it cannot be pending again.", "groupId");

	static final UserError GENRE_DOES_NOT_FIT = new UserError(new ErrorCode("GENRE_DOES_NOT_FIT"),
			"The group has other genres than the request.", "groupId");

	static final UserError GROUP_FULL = new UserError(new ErrorCode("GROUP_FULL"),
			"The group already has four requests with a track.", "groupId");

	static final UserError GROUP_TOO_SMALL = new UserError(new ErrorCode("GROUP_TOO_SMALL"),
			"Too many members have left that group: with this request, it would have fewer than two tracks.",
			"groupId");

	static final UserError GROUP_LEFT_TOO_SMALL = new UserError(new ErrorCode("GROUP_LEFT_TOO_SMALL"),
			"Only one member with a track would stay in the group of the request.", "requestId");

	static final UserError OWNER_OWES_FEEDBACK = new UserError(new ErrorCode("OWNER_OWES_FEEDBACK"),
			"The owner of the request has received feedback and has not submitted all forms in its group.",
			"requestId");

	static final UserError PENDING_REQUEST_EXISTS = new UserError(FeedbackErrorCodes.PENDING_REQUEST_EXISTS,
			"The owner of the request has another request pending.", "groupId");

	static final UserError TRACK_ALREADY_PENDING = new UserError(FeedbackErrorCodes.TRACK_ALREADY_PENDING,
			"Another request for the same track is pending.", "groupId");

	static final UserError UNKNOWN_RESPONSE = new UserError(FeedbackErrorCodes.UNKNOWN_RESPONSE,
			"There is no such response.", "responseId");

	static final UserError NOT_SUBMITTED = new UserError(FeedbackErrorCodes.NOT_SUBMITTED,
			"This response has not been submitted: there is nothing to clear.", "responseId");

	static final UserError OWN_GROUP = new UserError(new ErrorCode("OWN_GROUP"),
			"This is your own request, or it belongs to a group in which you are or were a member. Ask another operator.",
			null);

	private CorrectionErrors() {
	}

}
