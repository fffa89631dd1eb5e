package com.howsmytrack.feedback.group;

import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

/// A response as its responder or the owner of the track may see it.
///
/// @param rating null for the responder: a rating of a single response would reveal which member gave it
/// @param replies the number of own replies and of released replies of the other member
/// @param unreadReplies the number of released replies of the other member that this reader has not read
public record ResponseView(long id, RequestView feedbackRequest, @Nullable String feedback, boolean submitted,
		@Nullable Integer rating, boolean allowReplies, int replies, int unreadReplies) {
}
