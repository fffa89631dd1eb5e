package com.howsmytrack.feedback;

/// What a member has to do. The sum is `User.notifications`.
///
/// @param openForms the number of unsubmitted forms
/// @param unreadReplies the number of released replies that the member has not read
public record NotificationCounts(int openForms, int unreadReplies) {
}
