package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// Released replies in one conversation that their reader has not read.
///
/// @param response id of the response that the conversation is about
/// @param group id of the group in which the reader finds the conversation
/// @param ownTrack whether the response is on the reader's own track; otherwise the reader wrote it
/// @param afterRating whether the reader can open the conversation only after rating the response
public record ReplyToRead(long response, AccountId reader, long group, String groupName, boolean ownTrack,
		boolean afterRating) {
}
