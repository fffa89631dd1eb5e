package com.howsmytrack.account.verification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Component;

/// Informs the member, at the old and at the new address, that the address of the account was changed. Neither mail
/// contains the other address, because one of them may belong to another person.
@Component
class EmailChangedMail implements MailTemplate {

	static final MailKind KIND = MailKind.urgent("email-changed");

	private static final String TO_OLD_ADDRESS = "oldAddress";

	private final PublicAddresses addresses;

	EmailChangedMail(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	static Mail toNewAddress(AccountId account, String address) {
		return new Mail(KIND, account.value(), address, Map.of(TO_OLD_ADDRESS, false));
	}

	/// Has the account id, so that the address is deleted with the account.
	static Mail toOldAddress(AccountId account, String address) {
		return new Mail(KIND, account.value(), address, Map.of(TO_OLD_ADDRESS, true));
	}

	@Override
	public MailKind kind() {
		return KIND;
	}

	@Override
	public Optional<MailContent> write(Mail mail) {
		Map<String, Object> model = Map.of(TO_OLD_ADDRESS, Objects.requireNonNull(mail.facts().get(TO_OLD_ADDRESS)),
				"website", this.addresses.website("/"));
		return Optional.of(new MailContent(mail.account(), mail.recipient(), "your email address was changed",
				KIND.name(), model, null));
	}

}
