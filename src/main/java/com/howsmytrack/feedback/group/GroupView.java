package com.howsmytrack.feedback.group;

import java.time.OffsetDateTime;
import java.util.List;

import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

/// A group as one of its members may see it. Its methods are public, because GraphQL finds only public methods.
///
/// @param members the number of other members with a track
/// @param tracklessMembers the number of other members without a track
/// @param forms the member's own forms and responses, by id
/// @param received the released responses on the member's track, by id, including those that the member may not read yet
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

	/// Null until the member has submitted all own forms in the group.
	public @Nullable List<ResponseView> userFeedbackResponses() {
		return this.forms.stream().allMatch(ResponseView::submitted) ? this.received : null;
	}

	public int userFeedbackResponseCount() {
		return this.received.size();
	}

}
