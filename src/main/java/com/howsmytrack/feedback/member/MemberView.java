package com.howsmytrack.feedback.member;

import org.jspecify.annotations.Nullable;

/// @param username the email address, as registered
/// @param rating null until rated
/// @param notifications how many things wait for the member
record MemberView(String username, @Nullable Double rating, int notifications, boolean sendReminderEmails,
		boolean sendGroupEmails, boolean emailVerified) {
}
