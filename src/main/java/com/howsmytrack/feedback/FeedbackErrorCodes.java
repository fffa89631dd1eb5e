package com.howsmytrack.feedback;

import com.howsmytrack.graphql.ErrorCode;

/// Codes that both the members' and the operators' operations use, with messages of their own.
public final class FeedbackErrorCodes {

	public static final ErrorCode UNKNOWN_RESPONSE = new ErrorCode("UNKNOWN_RESPONSE");

	public static final ErrorCode NOT_SUBMITTED = new ErrorCode("NOT_SUBMITTED");

	public static final ErrorCode PENDING_REQUEST_EXISTS = new ErrorCode("PENDING_REQUEST_EXISTS");

	public static final ErrorCode TRACK_ALREADY_PENDING = new ErrorCode("TRACK_ALREADY_PENDING");

	private FeedbackErrorCodes() {
	}

}
