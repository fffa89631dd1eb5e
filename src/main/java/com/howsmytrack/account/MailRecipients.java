package com.howsmytrack.account;

import java.net.URI;
import java.util.Optional;

import com.howsmytrack.mail.MailKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who gets a letter that was queued a while ago? Between queueing and leaving, people move and change their minds.
@Component
public class MailRecipients {

	private final Accounts accounts;

	private final VerifiedAddresses verifiedAddresses;

	private final UnsubscribeLinks unsubscribeLinks;

	MailRecipients(Accounts accounts, VerifiedAddresses verifiedAddresses, UnsubscribeLinks unsubscribeLinks) {
		this.accounts = accounts;
		this.verifiedAddresses = verifiedAddresses;
		this.unsubscribeLinks = unsubscribeLinks;
	}

	/// Empty for who is gone or disabled, does not want such letters, or has an address
	/// that is not verified.
	@Transactional(readOnly = true)
	public Optional<MailRecipient> of(MailKind kind, long account) {
		return this.accounts.findById(account)
			.filter((found) -> !found.isDisabled() && found.wants(kind.name()) && this.verifiedAddresses.include(found))
			.map((found) -> new MailRecipient(found.email(), this.unsubscribeLinks.of(kind, found.unsubscribeKey())));
	}

	/// A person who gets a letter.
	///
	/// @param address where mail to the person goes now
	/// @param unsubscribe where the person turns such letters off
	public record MailRecipient(String address, URI unsubscribe) {
	}

}
