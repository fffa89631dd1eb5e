package com.howsmytrack.account;

import java.net.URI;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who gets a letter that was queued a while ago? Between queueing and leaving, people move and change their minds.
@Component
public class Addressees {

	private final Accounts accounts;

	private final VerifiedAddresses verifiedAddresses;

	private final UnsubscribeLinks unsubscribeLinks;

	Addressees(Accounts accounts, VerifiedAddresses verifiedAddresses, UnsubscribeLinks unsubscribeLinks) {
		this.accounts = accounts;
		this.verifiedAddresses = verifiedAddresses;
		this.unsubscribeLinks = unsubscribeLinks;
	}

	/// Empty for who is gone or disabled, does not want such letters, or has an address
	/// that is not verified.
	@Transactional(readOnly = true)
	public Optional<Addressee> of(UnsubscribableLetter letter, long account) {
		return this.accounts.findById(account)
			.filter((found) -> !found.isDisabled() && found.wants(letter) && this.verifiedAddresses.include(found))
			.map((found) -> new Addressee(found.email(), this.unsubscribeLinks.of(letter, found.unsubscribeKey())));
	}

	/// A person who gets a letter.
	///
	/// @param address where mail to the person goes now
	/// @param unsubscribe where the person turns such letters off
	public record Addressee(String address, URI unsubscribe) {
	}

}
