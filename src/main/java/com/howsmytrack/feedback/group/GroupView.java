package com.howsmytrack.feedback.group;

import java.time.OffsetDateTime;
import java.util.List;

import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

/// A group as one of its members may see it.
///
/// Its methods are public because GraphQL finds no others.
///
/// @param members others with a track
/// @param tracklessMembers others without
/// @param forms the member's own, submitted or not, by id
/// @param received what was submitted on the member's track, by id, seen or not
record GroupView(long id, String name, OffsetDateTime timeCreated, RequestView feedbackRequest, int members,
		int tracklessMembers, List<ResponseView> forms, List<ResponseView> received) {

	public @Nullable String mediaUrl() {
		return this.feedbackRequest.mediaUrl();
	}

	public @Nullable String mediaType() {
		return this.feedbackRequest.mediaType();
	}

	public List<ResponseView> feedbackResponses() {
		return this.forms;
	}

	/// Null until the member has given what they owe: that is what makes the exchange
	/// fair.
	public @Nullable List<ResponseView> userFeedbackResponses() {
		return this.forms.stream().allMatch(ResponseView::submitted) ? this.received : null;
	}

	public int userFeedbackResponseCount() {
		return this.received.size();
	}

}
