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
import com.howsmytrack.account.link.LinkPurpose;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Contains the link that verifies the address. The link is created when the mail is sent, so that its secret is not
/// stored in the outbox and its lifetime starts then.
@Component
class AddressVerificationMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("verify-address");

	private final AccountService accounts;

	private final MailedLinkService links;

	private final PublicAddresses addresses;

	private final Duration lifetime;

	private final AddressVerificationPolicy policy;

	AddressVerificationMail(AccountService accounts, MailedLinkService links, PublicAddresses addresses,
			AccountSettings settings, AddressVerificationPolicy policy) {
		this.accounts = accounts;
		this.links = links;
		this.addresses = addresses;
		this.lifetime = settings.verificationLinkLifetime();
		this.policy = policy;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	/// Empty if the address was verified, accepted mail again or was changed since the
	/// mail was queued.
	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.accounts.find(new AccountId(Objects.requireNonNull(mail.account())))
			.filter((account) -> account.email().equalsIgnoreCase(mail.recipient())
					&& (!account.emailVerified() || account.emailRefused()))
			.map(this::write);
	}

	private MailContent write(AccountSnapshot account) {
		String secret = this.links.create(LinkPurpose.VERIFY_ADDRESS, account, this.lifetime);
		URI link = this.addresses.api(AddressVerificationPages.PATH + "/" + secret + "/");
		return new MailContent(
				account.id().value(), account.email(), "confirm your email address", KIND.name(), Map.of("link", link,
						"validFor", DurationText.of(this.lifetime), "forRequests", this.policy.areNeededForRequests()),
				null);
	}

}
