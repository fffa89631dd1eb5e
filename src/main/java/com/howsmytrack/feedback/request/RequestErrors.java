package com.howsmytrack.feedback.request;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.howsmytrack.feedback.FeedbackErrorCodes;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.Genre;

/// The user errors of requests, except those about links. Except for the message about genres, the messages are part of
/// the wire contract.
final class RequestErrors {

	static final UserError UNKNOWN_GENRE = new UserError(new ErrorCode("UNKNOWN_GENRE"),
			Arrays.stream(Genre.values())
				.map(Genre::name)
				.collect(Collectors.joining(", ", "Please choose one of these genres: ", ".")),
			"genre");

	static final UserError PENDING_REQUEST_EXISTS = new UserError(FeedbackErrorCodes.PENDING_REQUEST_EXISTS,
			"You have an unassigned feedback request. Once that request has been assigned to a feedback group, "
					+ "you will be eligible to submit another request.",
			null);

	static final UserError TRACK_ALREADY_PENDING = new UserError(FeedbackErrorCodes.TRACK_ALREADY_PENDING,
			"A request for this track is already pending.", LinkErrors.ARGUMENT);

	static final UserError NOT_YOUR_REQUEST = new UserError(new ErrorCode("NOT_YOUR_REQUEST"),
			"You are not the owner of this feedback request.", "feedbackRequestId");

	static final UserError REQUEST_ALREADY_GROUPED = new UserError(new ErrorCode("REQUEST_ALREADY_GROUPED"),
			"This request has already been assigned to a feedback group and cannot be edited.", "feedbackRequestId");

	private RequestErrors() {
	}

}
