package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;

/// Tells what a member has to do.
public interface MemberNotifications {

	/// Concurrent calls share a statement.
	NotificationCounts of(AccountId member);

}
