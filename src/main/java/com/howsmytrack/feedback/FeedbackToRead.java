package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// Released responses on a track that its owner can read and has not rated.
///
/// @param request id of the owner's request
/// @param group id of its group
/// @param more whether the owner was told about other responses on the track before
public record FeedbackToRead(long request, AccountId owner, long group, String groupName, boolean more) {
}
