package com.howsmytrack.feedback.member;

import java.util.List;

import com.howsmytrack.account.MailPreference;
import org.jspecify.annotations.Nullable;

/// @param username the email address, as registered
/// @param rating null until rated
/// @param notifications how many things wait for the member
record MemberView(String username, @Nullable Double rating, int notifications, boolean sendReminderEmails,
		boolean sendGroupEmails, List<MailPreference> mailPreferences, boolean emailVerified) {
}
