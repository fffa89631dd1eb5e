package com.howsmytrack.account;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.MailedLinks.Purpose;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.LetterWriter;
import com.howsmytrack.mail.WrittenLetter;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Brings a person the link by which they show that the address is theirs. Like every link it is made when the
/// letter leaves.
@Component
class AddressVerificationLetter implements LetterWriter {

	static final String KIND = "verify-address";

	private final Accounts accounts;

	private final MailedLinks links;

	private final PublicAddresses addresses;

	private final Duration lifetime;

	AddressVerificationLetter(Accounts accounts, MailedLinks links, PublicAddresses addresses,
			AccountSettings settings) {
		this.accounts = accounts;
		this.links = links;
		this.addresses = addresses;
		this.lifetime = settings.verificationLinkLifetime();
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public boolean isUrgent() {
		return true;
	}

	/// Nothing, once the address is verified or given up.
	@Override
	public Optional<WrittenLetter> write(Letter letter) {
		return this.accounts.findById(Objects.requireNonNull(letter.account()))
			.filter((account) -> account.isAt(letter.recipient()) && !account.hasVerifiedEmail())
			.map(this::write);
	}

	private WrittenLetter write(Account account) {
		String secret = this.links.create(Purpose.VERIFY_ADDRESS, account, this.lifetime);
		URI link = this.addresses.api(AddressVerificationPages.PATH + "/" + secret + "/");
		return new WrittenLetter(account.id().value(), account.email(), "confirm your email address", KIND,
				Map.of("link", link, "validFor", TimeInWords.of(this.lifetime)), null);
	}

}
