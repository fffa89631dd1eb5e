package com.howsmytrack.account.recovery;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.DurationText;
import com.howsmytrack.account.link.MailedLinks;
import com.howsmytrack.account.link.MailedLinks.Purpose;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Brings a person the link to a new password, if there is such a person. The link is made when the letter
/// leaves, so that its secret lies nowhere, and its time runs from there.
@Component
class PasswordResetMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("password-reset");

	private final AccountService accounts;

	private final MailedLinks links;

	private final PublicAddresses addresses;

	private final AccountSettings settings;

	PasswordResetMail(AccountService accounts, MailedLinks links, PublicAddresses addresses, AccountSettings settings) {
		this.accounts = accounts;
		this.links = links;
		this.addresses = addresses;
		this.settings = settings;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	/// To the address as the account has it, however it was typed into the form.
	@Override
	public Optional<MailContent> write(Mail mail) {
		return this.accounts.findByEmail(mail.recipient())
			.stream()
			.findFirst()
			.filter((account) -> !account.disabled())
			.map((account) -> {
				URI link = this.addresses.api(PasswordResetPages.LINK_PATH + "/"
						+ this.links.create(Purpose.NEW_PASSWORD, account, this.settings.resetLinkLifetime()) + "/");
				return new MailContent(account.id().value(), account.email(), "reset your password", KIND.name(),
						Map.of("link", link, "validFor", DurationText.of(this.settings.resetLinkLifetime())), null);
			});
	}

}
