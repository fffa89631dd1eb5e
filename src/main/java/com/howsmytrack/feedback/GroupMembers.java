package com.howsmytrack.feedback;

import java.util.OptionalLong;

import com.howsmytrack.account.AccountId;

/// Tells about a single member of a group.
public interface GroupMembers {

	boolean hasUnsubmittedForms(long group, AccountId member);

	/// The id of the member's request in the group. Empty if the request has left the
	/// group, or the member has deleted the account.
	OptionalLong requestOf(long group, AccountId member);

}
