package com.howsmytrack.account.verification;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.AccountSnapshot;
import com.howsmytrack.account.core.DurationText;
import com.howsmytrack.account.link.MailedLinks;
import com.howsmytrack.account.link.MailedLinks.Purpose;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Brings a person the link by which they show that the address is theirs. Like every link it is made when the
/// letter leaves.
@Component
class AddressVerificationMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("verify-address");

	private final AccountService accounts;

	private final MailedLinks links;

	private final PublicAddresses addresses;

	private final Duration lifetime;

	AddressVerificationMail(AccountService accounts, MailedLinks links, PublicAddresses addresses,
			AccountSettings settings) {
		this.accounts = accounts;
		this.links = links;
		this.addresses = addresses;
		this.lifetime = settings.verificationLinkLifetime();
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	/// Nothing, once the address is verified or given up.
	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.accounts.find(new AccountId(Objects.requireNonNull(mail.account())))
			.filter((account) -> account.email().equalsIgnoreCase(mail.recipient()) && !account.emailVerified())
			.map(this::write);
	}

	private MailContent write(AccountSnapshot account) {
		String secret = this.links.create(Purpose.VERIFY_ADDRESS, account, this.lifetime);
		URI link = this.addresses.api(AddressVerificationPages.PATH + "/" + secret + "/");
		return new MailContent(account.id().value(), account.email(), "confirm your email address", KIND.name(),
				Map.of("link", link, "validFor", DurationText.of(this.lifetime)), null);
	}

}
