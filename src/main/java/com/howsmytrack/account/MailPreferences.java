package com.howsmytrack.account;

import java.util.Collection;
import java.util.List;

/// The mail preferences of a member. The table `mail_preference` has a row only for kinds that the member has switched
/// off or on; without a row, a kind is on.
public interface MailPreferences {

	/// The preferences for all kinds, in the order of their names.
	/// @param switchedOff the names of the kinds that the member has switched off
	List<MailPreference> withSwitchedOff(Collection<String> switchedOff);

}
