package com.howsmytrack.feedback.member;

import java.util.List;

import com.howsmytrack.account.MailPreference;
import com.howsmytrack.account.VerifiedAddressUse;
import org.jspecify.annotations.Nullable;

/// The details of a member, which only this member sees.
///
/// @param id the account id
/// @param username the email address, as registered
/// @param rating null if unrated
/// @param notifications the number of unsubmitted forms and unread replies
record MemberView(long id, String username, @Nullable Double rating, int notifications, boolean sendReminderEmails,
		boolean sendGroupEmails, List<MailPreference> mailPreferences, boolean emailVerified, boolean emailRefused,
		VerifiedAddressUse verifiedAddressNeededFor, boolean operator) {
}
