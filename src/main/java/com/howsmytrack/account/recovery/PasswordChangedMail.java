package com.howsmytrack.account.recovery;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Informs the member that the password was changed, because another person may have changed it.
@Component
class PasswordChangedMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("password-changed");

	private final PublicAddresses addresses;

	PasswordChangedMail(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		return Optional.of(new MailContent(mail.account(), mail.recipient(), "your password was changed", KIND.name(),
				Map.of("resetPage", this.addresses.api(PasswordResetPages.PATH + "/")), null));
	}

}
