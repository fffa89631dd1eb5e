package com.howsmytrack.account.recovery;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.DurationText;
import com.howsmytrack.account.link.LinkPurpose;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Contains the link to set a new password. The link is created when the mail is sent, so that its secret is not stored
/// in the outbox and its lifetime starts then. No mail is sent if there is no account.
@Component
class PasswordResetMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("password-reset");

	private final AccountService accounts;

	private final MailedLinkService links;

	private final PublicAddresses addresses;

	private final AccountSettings settings;

	PasswordResetMail(AccountService accounts, MailedLinkService links, PublicAddresses addresses,
			AccountSettings settings) {
		this.accounts = accounts;
		this.links = links;
		this.addresses = addresses;
		this.settings = settings;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	/// The mail goes to the address as the account has it.
	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.accounts.findByEmail(mail.recipient())
			.stream()
			.findFirst()
			.filter((account) -> !account.disabled())
			.map((account) -> {
				URI link = this.addresses.api(PasswordResetPages.LINK_PATH + "/"
						+ this.links.create(LinkPurpose.NEW_PASSWORD, account, this.settings.resetLinkLifetime())
						+ "/");
				return new MailContent(account.id().value(), account.email(), "reset your password", KIND.name(),
						Map.of("link", link, "validFor", DurationText.of(this.settings.resetLinkLifetime())), null);
			});
	}

}
