package com.howsmytrack.account;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.mail.MailKind;

/// Tells to whom a queued mail goes. The address and the preferences may have changed since it was queued.
public interface MailRecipients {

	/// Empty if the account is deleted or disabled, does not want this kind of mail, or
	/// has an address that is not
	/// verified.
	Optional<MailRecipient> of(MailKind kind, long account);

	/// The recipient of a mail.
	///
	/// @param address the current address of the account
	/// @param unsubscribe the link that switches this kind of mail off
	record MailRecipient(String address, URI unsubscribe) {
	}

}
