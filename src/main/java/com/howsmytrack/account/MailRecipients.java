package com.howsmytrack.account;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.mail.MailKind;

/// Finds the recipient of a queued mail. The address and the preferences may have changed since the mail was queued.
public interface MailRecipients {

	/// Empty if the account is deleted or disabled, does not want this kind of mail, or
	/// has an address that is not verified.
	Optional<MailRecipient> of(MailKind kind, long account);

	/// The recipient of a mail.
	///
	/// @param address the current address of the account
	/// @param unsubscribe the link that switches this kind of mail off
	record MailRecipient(String address, URI unsubscribe) {
	}

}
