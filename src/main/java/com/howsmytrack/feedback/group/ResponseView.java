package com.howsmytrack.feedback.group;

import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

/// A response as its writer or the track's owner may see it.
///
/// @param rating null for the writer: a rating known at once and by track would tell who gave it
/// @param replies how many, in the thread below it
/// @param unreadReplies from the other side, not read by this reader
record ResponseView(long id, RequestView feedbackRequest, @Nullable String feedback, boolean submitted,
		@Nullable Integer rating, boolean allowReplies, int replies, int unreadReplies) {
}
