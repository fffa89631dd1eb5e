package com.howsmytrack.account.recovery;

import java.util.Map;
import java.util.Optional;

import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Tells a person that somebody, they hopefully, changed the password.
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
