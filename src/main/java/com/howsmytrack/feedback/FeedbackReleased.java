package com.howsmytrack.feedback;

import java.util.List;

/// Responses and replies became visible to the members for whom they were written. It is published in the transaction
/// that releases them. A module that informs members of responses or replies listens to this event, and not to
/// `ResponseSubmitted` or `ReplyAdded`, which are published earlier.
///
/// @param responses ids of the responses
/// @param replies ids of the replies
public record FeedbackReleased(List<Long> responses, List<Long> replies) {
}
