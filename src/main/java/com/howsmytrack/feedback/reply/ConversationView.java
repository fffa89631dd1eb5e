package com.howsmytrack.feedback.reply;

import java.util.List;

/// A conversation as one of its two members sees it.
///
/// @param replies oldest first
record ConversationView(List<ReplyView> replies, boolean allowFurtherReplies) {
}
